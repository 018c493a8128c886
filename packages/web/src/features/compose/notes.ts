/** Findings as the margin shows them: numbered by weight and place, with the state of their answer. */
import type { DeskFinding } from "@chaperone/contract";

export interface Note { id: string; number: number; finding: DeskFinding; reason: string | null }

/** In the text that one writes: only there it can be underlined, and changed with one press. */
export const isInText = ({ picture, setting }: DeskFinding): boolean => picture === null && setting === undefined;
/** Where else it is, at the head of its note. */
export const placeOf = ({ picture, setting }: DeskFinding): string | null => (setting !== undefined ? "In the content warning" : picture !== null ? "In what a picture shows" : null);

const WEIGHT = { stop: 0, question: 1, note: 2 } as const;

/** Of the channel in view: those in the shared text, and those in its own. Stops stand first, then questions, then notes, each in the text's order. */
export function notesOf(findings: readonly DeskFinding[], channel: string | null, hasOwnText: boolean, reasons: readonly { rule: string; reason: string }[]): Note[] {
  const isHere = ({ channels, picture, setting }: DeskFinding): boolean => picture !== null || (setting === undefined ? channel !== null && hasOwnText ? channels.includes(channel) : channels.length === 0 : channel === null || channels.includes(channel));
  const here = findings.filter(isHere);
  const seen = new Map<string, number>();
  return here.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.start - b.start).map((finding, at) => {
    // The same rule may speak twice; its place in the order keeps the two apart while the words around them change.
    const nth = seen.get(finding.rule) ?? 0;
    seen.set(finding.rule, nth + 1);
    return { id: `${finding.rule}#${nth}`, number: at + 1, finding, reason: reasons.find(({ rule }) => rule === finding.rule)?.reason ?? null };
  });
}

export const mustChange = (findings: readonly DeskFinding[], overridden: ReadonlySet<string>): DeskFinding[] => findings.filter(({ severity, rule }) => severity === "stop" && !overridden.has(rule));
export const unanswered = (findings: readonly DeskFinding[], reasons: readonly { rule: string }[]): DeskFinding[] => findings.filter(({ severity, rule }) => severity === "question" && !reasons.some((one) => one.rule === rule));

export interface Opened { id: string; start: number; end: number }

/** The note that one has open. Where the desk reads the same words by another rule, its note takes the place: nothing shuts under one's eyes. */
export const openIn = (notes: readonly Note[], open: Opened | null): Note | null =>
  open && (notes.find(({ id }) => id === open.id) ?? notes.find(({ finding: { start, end } }) => start < open.end && open.start < end) ?? null);
