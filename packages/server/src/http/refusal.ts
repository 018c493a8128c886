import { problem, type Problem, type ProblemCode } from "@chaperone/contract";

/** Thrown where a person can do something about it; carries what they are told. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, more: Parameters<typeof problem>[1] = {}) {
    super(code);
    this.name = "Refusal";
    this.problem = problem(code, more);
  }
}

/** What the triggers say no with, in the words of the contract. The code asks first; these speak only when it was overtaken. */
const BY_SQL_STATE: Record<string, ProblemCode> = {
  CH001: "not-allowed", CH002: "old-version", CH003: "rules-changed", CH004: "own-post", CH005: "needs-review", CH006: "needs-reason", CH007: "needs-approval", CH008: "slot-passed", CH009: "last-owner", CH010: "on-its-way", CH011: "on-its-way", CH012: "on-its-way",
  "23505": "already-done", "23001": "already-done", "23503": "not-found", "42501": "not-found",
};

export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === "string" ? BY_SQL_STATE[code] : undefined;
  return known ? new Refusal(known) : undefined;
}
