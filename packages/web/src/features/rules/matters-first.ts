import type { ProvisionView } from "@chaperone/contract";
import type { Known } from "../../components/how-we-know.tsx";

/** What a front desk meets every week comes before what it meets once a year. */
const FIRST = ["price-inducement", "credential-claim", "licence-display", "before-after", "superiority-claim", "endorsement-disclosure"];
const rank = ({ topics }: Ordered): number => { const at = FIRST.indexOf(topics[0] ?? ""); return at < 0 ? FIRST.length : at; };

type Ordered = Pick<ProvisionView, "topics">;

/** By topic as they come up, and one of each before the second of any, so that the first three are three different things. */
export function mattersFirst<Provision extends Ordered>(provisions: readonly Provision[]): Provision[] {
  const seen = new Map<string, number>();
  const turns = provisions.toSorted((a, b) => rank(a) - rank(b)).map((provision) => {
    const topic = provision.topics[0] ?? "", turn = seen.get(topic) ?? 0;
    seen.set(topic, turn + 1);
    return { provision, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).map(({ provision }) => provision);
}

export const tally = (provisions: readonly { known: Known }[], known: Known): number => provisions.filter((one) => one.known === known).length;
