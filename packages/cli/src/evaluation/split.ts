import { createHash } from "node:crypto";

export const PARTS = ["develop", "report", "all"] as const;
export type Part = (typeof PARTS)[number];

/** 205 of 256: about four cases in five. */
const DEVELOP_BELOW = 205;

/** Rules are written while looking at `develop`; `report` is only for saying how good they are. A case never changes sides. */
export function partOf(id: string): Exclude<Part, "all"> {
  return createHash("sha256").update(id, "utf8").digest()[0]! < DEVELOP_BELOW ? "develop" : "report";
}

export function isIn(part: Part, id: string): boolean {
  return part === "all" || partOf(id) === part;
}
