/** The second stage: weighs what the two learners say about one topic against what they say about the text as a whole. */

import type { Surface } from "@chaperone/engine";
import type { Scores } from "./stages.ts";

/** The network speaks in larger numbers than the linear learner. */
const CALM = 0.2;

export function evidenceFor(topic: number, linear: Scores, network: Scores, surface: Surface): number[] {
  const whole = linear.length - 1;
  const other = linear.reduce((most, score, at) => (at === topic || at === whole ? most : Math.max(most, score)), -9);
  const own = linear[topic]!;
  const any = linear[whole]!;
  return [
    1, surface === "reply" ? 1 : 0, surface === "message" ? 1 : 0,
    own, any, other, Math.min(0, own), Math.min(0, any),
    network[topic]! * CALM, network[whole]! * CALM,
  ];
}

/** For the question whether the text is fine as it is. */
export function evidenceForFine(linear: Scores, network: Scores): number[] {
  const whole = linear.length - 1;
  return [1, linear[whole]!, Math.max(...linear.subarray(0, whole)), network[whole]! * CALM, Math.max(...network.subarray(0, whole)) * CALM];
}

export function chance(evidence: number[], weights: ArrayLike<number>): number {
  return 1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * weights[at]!, 0)));
}
