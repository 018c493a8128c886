import type { Reply, Routes } from "@chaperone/contract";
import { Link } from "../../components/link.tsx";
import { Shape } from "../../components/shape.tsx";
import "./rules.css";

export type TopicView = Reply<Routes["rules"]["topics"]>[number];
const WORD = { stop: "Stop", question: "Question", note: "Note" } as const;

const where = (states: readonly string[]): string => states.length === 0 ? "Everywhere" : states.length <= 4 ? states.join(", ") : `${states.length} states`;

export function TopicList({ topics }: { topics: readonly TopicView[] }) {
  return topics.map((topic) => (
    <section key={topic.id} id={topic.id} className="topic">
      <h2>{topic.title}</h2>
      <p className="small muted">{topic.covers}</p>
      <ul className="rule-list">
        {topic.rules.map((rule) => (
          <li key={rule.id}><Link href={`/rules/${rule.id}`}><Shape kind={rule.severity} size={18} /><span className="vh">{WORD[rule.severity]}: </span><b>{rule.title}</b><span className="small faint">{where(rule.states)}</span></Link></li>
        ))}
      </ul>
    </section>
  ));
}
