import type { ProvisionView } from "@chaperone/contract";

export interface TopicGroup { topic: string; provisions: ProvisionView[] }

/** Under the first topic of each, in the order in which topics come up. */
export const byTopic = (provisions: readonly ProvisionView[]): TopicGroup[] =>
  [...Map.groupBy(provisions, ({ topics }) => topics[0] ?? "")].map(([topic, group]) => ({ topic, provisions: group }));

/** A heading from our own paraphrase: what stands before the first stop, semicolon or colon, if it is short enough to be one. */
export function headingOf({ summary }: Pick<ProvisionView, "summary">): string {
  const first = summary.split(/[.;:](?:\s|$)/, 1)[0]!.trim();
  if (first.length <= 90) return first;
  const cut = first.slice(0, 90), comma = cut.lastIndexOf(",");
  return comma > 30 ? cut.slice(0, comma) : `${cut.slice(0, cut.lastIndexOf(" "))} …`;
}

/** A subject that no rule is about has no title of its own: "record-keeping" is said as "Record keeping". */
export const plainly = (subject: string): string => subject.charAt(0).toUpperCase() + subject.slice(1).replaceAll("-", " ");
