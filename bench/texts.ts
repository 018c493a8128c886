import { readFileSync } from "node:fs";
import type { Context, Draft } from "@chaperone/engine";

export interface Case { draft: Draft; context: Context }

interface Line extends Draft { practice: { state: string; specialty: string } }

/** The dev cases, as drafts and contexts. */
export function devCases(): Case[] {
  const lines = readFileSync(new URL("../eval/dev.jsonl", import.meta.url), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
  return lines.map(({ text, surface, channel, inReplyTo, practice }) => ({
    draft: { text, surface, ...(channel ? { channel } : {}), inReplyTo: inReplyTo ?? null }, context: { states: [practice.state], specialty: practice.specialty },
  }));
}
