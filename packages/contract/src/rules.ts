/** The law, for reading: rules by topic, provisions by state. */
import { SEVERITIES, SURFACES } from "@chaperone/engine";
import * as z from "zod/mini";

export const provision = z.object({
  id: z.string(), citation: z.string(), title: z.string(), summary: z.string(), url: z.string(), known: z.enum(["read", "copy", "recalled"]), asOf: z.string(), topics: z.array(z.string()),
  /** Wording that the law itself prescribes, or null. */
  verbatim: z.nullable(z.string()),
  /** Rules that cite it; where none does, those of its topic that speak there. */
  rules: z.array(z.string()),
});
export type ProvisionView = z.infer<typeof provision>;
export const ruleSummary = z.object({ id: z.string(), topic: z.string(), title: z.string(), severity: z.enum(SEVERITIES), states: z.array(z.string()) });
export const topic = z.object({ id: z.string(), title: z.string(), covers: z.string(), rules: z.array(ruleSummary) });
export const rule = z.extend(ruleSummary, {
  what: z.string(), why: z.string(), instead: z.string(), surfaces: z.array(z.enum(SURFACES)), flag: z.array(z.string()), pass: z.array(z.string()), provisions: z.array(provision), phrases: z.array(z.string()),
});
export type RuleView = z.infer<typeof rule>;
export const stateSummary = z.object({ code: z.string(), name: z.string(), provisions: z.int(), read: z.int() });
export const stateView = z.extend(stateSummary, { board: z.string(), boardUrl: z.string(), retention: z.nullable(z.string()), provisions: z.array(provision), notes: z.array(z.string()) });
export type StateView = z.infer<typeof stateView>;
