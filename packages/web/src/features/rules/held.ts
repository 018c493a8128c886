/** What the pack in the browser holds of each state, for before anybody is signed in and the desk can be asked. */
import type { Known } from "../../components/how-we-know.tsx";

export interface Held { id: string; topic: string; citation: string; known: Known }
interface PackPart { topics: { id: string; title: string }[]; authorities: Record<string, { citation: string; known: Known }>; states: Record<string, Record<string, string[]>> }

/** What a front desk meets every week comes before what it meets once a year. */
const FIRST = ["price-inducement", "credential-claim", "licence-display", "before-after", "superiority-claim", "endorsement-disclosure"];
const rank = (topic: string): number => { const at = FIRST.indexOf(topic); return at < 0 ? FIRST.length : at; };

export function heldByState(pack: PackPart): Record<string, Held[]> {
  const titles = new Map(pack.topics.map(({ id, title }) => [id, title]));
  return Object.fromEntries(Object.entries(pack.states).map(([state, topics]) => {
    const held = new Map<string, Held>();
    for (const topic of Object.keys(topics).sort((a, b) => rank(a) - rank(b))) {
      for (const id of topics[topic] ?? []) {
        const authority = pack.authorities[id];
        if (authority && !held.has(id)) held.set(id, { id, topic: titles.get(topic) ?? topic, citation: authority.citation, known: authority.known });
      }
    }
    return [state, spread([...held.values()])];
  }));
}

/** One of each topic before the second of any, so that the first three are three different things. */
function spread(held: Held[]): Held[] {
  const seen = new Map<string, number>();
  const turn = held.map((one) => { const times = seen.get(one.topic) ?? 0; seen.set(one.topic, times + 1); return { one, times }; });
  return turn.sort((a, b) => a.times - b.times).map(({ one }) => one);
}

export const tally = (held: readonly { known: Known }[], known: Known): number => held.filter((one) => one.known === known).length;
