import type { TopicView } from "./topic-list.tsx";

const plain = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Every word must be found; a topic that is named itself keeps all its rules. */
export function findRules(topics: readonly TopicView[], sought: string): TopicView[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const has = (text: string) => { const hay = plain(text); return words.every((word) => hay.includes(word)); };
  return topics
    .map((topic) => has(`${topic.title} ${topic.covers}`) ? topic : { ...topic, rules: topic.rules.filter((rule) => has(`${topic.title} ${rule.title} ${rule.id.replaceAll(/[-/]/g, " ")}`)) })
    .filter(({ rules }) => rules.length > 0);
}
