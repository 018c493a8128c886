import { type Content, saysNothing } from "@chaperone/contract";
import type { Checker } from "./checker.ts";

/** The share of selling posts is counted by the pillar: without a reason for another, it is the one that is proposed, whoever sends it.
 *  Words that nobody has changed keep theirs, since what was agreed about them rests on it. */
export async function withPillar(checker: Pick<Checker, "pillar">, content: Content, kept?: Content): Promise<Content> {
  if (content.pillarReason !== null || saysNothing(content)) return content;
  const isKept = kept && kept.pillarReason === null && kept.text === content.text && kept.surface === content.surface;
  return { ...content, pillar: isKept ? kept.pillar : await checker.pillar(content) };
}
