/** The labelled cases that the second reader learns from, and which of them it may learn from. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Answered, Pillar, Surface } from "@chaperone/engine";

export interface Case {
  id: string;
  surface: Surface;
  channel: string;
  text: string;
  inReplyTo: Answered | null;
  practice: { state: string; specialty: string };
  expect: string[];
  also: string[];
  pillar: Pillar | null;
  /** From `eval/grown`: written to be hard, after the corpus. */
  isGrown: boolean;
}

export const ROOT = join(import.meta.dirname, "../../..");

/** Every labelled case in the repository, in a stable order. */
export function readCases(): Case[] {
  return caseFiles().flatMap((file) =>
    readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => ({ ...(JSON.parse(line) as Case), isGrown: file.includes("grown") })),
  );
}

function caseFiles(): string[] {
  const folders = ["eval/corpus", "eval/grown"].map((folder) => join(ROOT, folder)).filter((folder) => existsSync(folder));
  const grown = folders.flatMap((folder) =>
    readdirSync(folder).filter((name) => name.endsWith(".jsonl")).sort().map((name) => join(folder, name)),
  );
  return [join(ROOT, "eval/dev.jsonl"), ...grown];
}

/** A number from 0 to 255 that depends on nothing but the id, so that a case stays on its side for ever. */
export function dieOf(id: string, salt = ""): number {
  return createHash("sha256").update(salt + id).digest()[0]!;
}

/** Four fifths are for learning; the rest is only ever used to report figures. */
export function isForLearning(id: string): boolean {
  return dieOf(id) < 205;
}

export function foldOf(id: string, folds: number): number {
  return dieOf(id, "fold:") % folds;
}
