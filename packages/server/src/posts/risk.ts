import type { Content, Practice, VerdictName } from "@chaperone/contract";
import type { Surface } from "@chaperone/engine";

export interface Risk { peopleNeeded: number; fourEyes: boolean; risks: string[] }

const BY_SURFACE: Partial<Record<Surface, string>> = {
  ad: "It is an advertisement, which the state's board may ask to see.",
  giveaway: "It gives something away.",
  profile: "A profile stands for as long as the practice does.",
};

/** How many people a post needs before it goes out, whether its writers may be among them, and why, in words. */
export function riskOf({ surface, inReplyTo }: Pick<Content, "surface" | "inReplyTo">, verdict: VerdictName, policy: Practice["approvals"]): Risk {
  const answersReview = verdict !== "clear" && inReplyTo?.kind === "review";
  const twoPairs = [
    verdict === "stop" && "The check says stop: two authorized people have to agree.",
    verdict === "question" && "The check asks about it: someone who did not write it has to agree with the answer.",
    answersReview && "It answers a review, and a patient may have written that.",
  ].filter((why) => why !== false);
  const onePair = [BY_SURFACE[surface], policy === "every-post" ? "This practice has every post approved." : undefined].filter((why) => why !== undefined);
  const fourEyes = twoPairs.length > 0, risks = [...twoPairs, ...onePair];
  return { peopleNeeded: risks.length > 0 ? 1 : 0, fourEyes, risks };
}
