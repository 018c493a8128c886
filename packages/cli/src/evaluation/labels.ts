import { PILLARS } from "../desk.ts";
import type { Pillar } from "../desk.ts";
import { Refusal } from "../refusal.ts";

/** What careful readers said about a case. */
export interface Labels {
  id: string;
  expect: string[];
  also: string[];
  pillar: Pillar | null;
}

export function readLabels(fields: Record<string, unknown>): Labels {
  const id = fields["id"];
  if (typeof id !== "string" || id === "") throw new Refusal("the case has no “id”");
  const pillar = fields["pillar"] ?? null;
  const known = pillar === null ? null : PILLARS.find((name) => name === pillar);
  if (known === undefined) throw new Refusal(`the “pillar” must be null or one of ${PILLARS.join(", ")}`);
  return { id, expect: topics(fields, "expect"), also: topics(fields, "also"), pillar: known };
}

function topics(fields: Record<string, unknown>, field: string): string[] {
  const value = fields[field] ?? (field === "also" ? [] : undefined);
  if (!Array.isArray(value) || !value.every((topic) => typeof topic === "string")) throw new Refusal(`“${field}” must be a list of topics`);
  return value;
}
