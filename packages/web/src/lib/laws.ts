import type { Authority } from "@chaperone/engine";
import type { Law } from "../components/finding.tsx";

const MOST = 3, ORDER = { read: 0, copy: 1, recalled: 2 } as const;

/** Those that were read stand first; a long list is cut, and the rule's page has the rest. */
export function lawsOf(authorities: readonly Authority[], href: string | undefined): Law[] {
  return authorities.toSorted((a, b) => ORDER[a.known] - ORDER[b.known]).slice(0, MOST).map(({ citation, known, asOf }) => ({ cite: citation, how: known, ...(known === "recalled" ? {} : { date: asOf }), href }));
}
