import { type Content, saysNothing } from "@chaperone/contract";
import { pillar } from "@chaperone/engine";
import { pack } from "@chaperone/rules";

/** The share of selling posts is counted by the pillar: without a reason for another, it is the one that the engine proposes, whoever sends it. */
export function withPillar(content: Content): Content {
  if (content.pillarReason !== null || saysNothing(content)) return content;
  return { ...content, pillar: pillar({ text: content.text, surface: content.surface }, pack()).pillar };
}
