/** A post as whoever decides reads it: every text that goes out, what the check marked in it, and what changed since the last decision. */
import { type Approval, type Content, type DeskFinding, outgoing, type Post } from "@chaperone/contract";
import { changesBetween, type Changed } from "../../lib/changes.ts";

export interface Said { channels: string[]; text: string; isOwn: boolean }

/** Each text once, with the channels that get just that one. */
export function saidIn(content: Content): Said[] {
  const said: Said[] = [];
  for (const channel of content.channels.length > 0 ? content.channels : [null]) {
    const text = outgoing(content, channel), same = said.find((one) => one.text === text);
    if (same) same.channels.push(channel!);
    else said.push({ channels: channel === null ? [] : [channel], text, isOwn: channel !== null && content.overrides[channel] !== undefined });
  }
  return said;
}

/** The findings in one of the texts; alt text has its own place. */
export const foundIn = ({ channels, isOwn }: Said, findings: readonly DeskFinding[]): DeskFinding[] =>
  findings.filter((finding) => finding.picture === null && (isOwn ? finding.channels.some((id) => channels.includes(id)) : finding.channels.length === 0));

const WEIGHT = { stop: 0, question: 1, note: 2 } as const;
/** Worst first, then in the order of the text. */
export const byWeight = (findings: readonly DeskFinding[]): DeskFinding[] => findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.start - b.start);

export interface Piece { text: string; finding: DeskFinding | null }

/** Cut where an underline begins or ends; where two lie over each other, the worse one is drawn. */
export function piecesOf(text: string, findings: readonly DeskFinding[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])].filter((at) => at <= text.length).sort((a, b) => a - b), worst = byWeight(findings);
  return cuts.slice(1).map((to, at) => ({ text: text.slice(cuts[at], to), finding: worst.find(({ start, end }) => start <= cuts[at]! && to <= end) ?? null }));
}

/** The latest decision about words that were others then. */
export const decidedBefore = ({ approvals, version }: Pick<Post, "approvals" | "version">): Approval | null =>
  approvals.filter((one) => one.version !== version).toSorted((a, b) => a.at.localeCompare(b.at)).at(-1) ?? null;

export interface Since { words: Changed[]; else: string[] }

/** What is different from then, in the words and in everything else that goes out. */
export function changedSince(then: Content, now: Content, nameOf: (channel: string) => string): Since {
  const words = saidIn(now).flatMap(({ channels: [channel = null], text }) => changesBetween(outgoing(then, channel), text));
  const altOf = ({ pictures }: Content, id: string): string | undefined => pictures.find((picture) => picture.id === id)?.alt;
  return {
    words: words.filter((one, at) => words.findIndex(({ was, is }) => was === one.was && is === one.is) === at),
    else: [
      ...now.channels.filter((id) => !then.channels.includes(id)).map((id) => `It goes to ${nameOf(id)} as well.`),
      ...then.channels.filter((id) => !now.channels.includes(id)).map((id) => `It no longer goes to ${nameOf(id)}.`),
      ...now.pictures.filter(({ id }) => altOf(then, id) === undefined).map(({ name }) => `The picture “${name}” is new.`),
      ...then.pictures.filter(({ id }) => altOf(now, id) === undefined).map(({ name }) => `The picture “${name}” is gone.`),
      ...now.pictures.filter(({ id, alt }) => (altOf(then, id) ?? alt) !== alt).map(({ name }) => `What is said of the picture “${name}” changed.`),
      ...(then.pillar === now.pillar ? [] : [`It counts as ${now.pillar} and no longer as ${then.pillar}.`]),
    ],
  };
}
