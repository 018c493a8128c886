/** What the palette offers, made from what is known; the palette itself only finds. */
import type { PostSummary } from "@chaperone/contract";
import type { Command } from "../../components/find.ts";
import { placeOf, standingOf, titleOf } from "../../lib/standing.ts";

interface Place { href: string; label: string }
interface Topic { title: string; rules: readonly { id: string; title: string }[] }
interface State { code: string; name: string }

const SETTINGS = [["practice", "Practice"], ["providers", "Providers"], ["channels", "Channels"], ["members", "Members"], ["house-rules", "House rules"], ["account", "Your account"]] as const;

export const pageCommands = (places: readonly Place[]): Command[] => [
  ...places.map(({ href, label }) => ({ id: href, label, group: "Go to", href })),
  ...["week", "month", "list"].map((view) => ({ id: `calendar-${view}`, label: `Calendar, ${view}`, group: "Go to", href: `/calendar?view=${view}` })),
  ...SETTINGS.map(([section, label]) => ({ id: `settings-${section}`, label: `Settings: ${label}`, group: "Go to", href: `/settings/${section}` })),
];

export const practiceCommands = (practices: readonly { id: string; name: string; place: string }[], here: string, choose: (id: string) => void): Command[] =>
  practices.filter(({ id }) => id !== here).map(({ id, name, place }) => ({ id: `practice-${id}`, label: `Open ${name}`, detail: place, also: "switch practice", group: "Practice", run: () => choose(id) }));

/** The desk searches titles and texts; whatever it found is shown, so the words sought count as the post's own. */
export const postCommands = (posts: readonly PostSummary[], sought: string): Command[] =>
  posts.map((post) => ({ id: post.id, label: titleOf(post), detail: standingOf(post).word, also: sought, group: "Post", href: placeOf(post) }));

export const ruleCommands = (topics: readonly Topic[]): Command[] =>
  topics.flatMap((topic) => topic.rules.map((rule) => ({ id: rule.id, label: rule.title, detail: topic.title, also: rule.id.replaceAll(/[-/]/g, " "), group: "Rule", href: `/rules/${rule.id}` })));

export const stateCommands = (states: readonly State[]): Command[] =>
  states.map(({ code, name }) => ({ id: `state-${code}`, label: `Rules of ${name}`, also: code, group: "State", href: `/rules/states/${code}` }));
