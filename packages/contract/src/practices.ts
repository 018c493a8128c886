/** A practice as it describes itself: the context of every check. */
import * as z from "zod/mini";
import { id, line, state, text, time, timeZone } from "./text.ts";

const lines = (most: number, each = 200) => z.array(line(each)).check(z.maxLength(most));
const day = () => z.iso.date();

export const SPECIALTIES = [
  "plastic-surgery", "dermatology", "med-spa", "dentistry", "orthodontics", "ophthalmology", "ob-gyn", "fertility", "pediatrics", "mental-health",
  "weight-loss", "orthopedics", "chiropractic", "podiatry", "primary-care", "other",
] as const;

export const location = z.object({ name: line(120), address: text(300), state: state() });
export const position = z.object({ sentence: text(300), proofs: lines(12), use: lines(40, 60), never: lines(40, 60) });
export const staffMember = z.object({ name: line(120), work: text(120) });
/** How many people a post needs: every post one, or only those that a risk asks for. */
export const APPROVAL_POLICIES = ["every-post", "when-risky"] as const;

export const board = z.object({ name: line(160), expires: z.nullable(day()) });
export const provider = z.object({
  id: id(), name: line(120), degree: text(60), licence: text(120), licenceState: z.nullable(state()), licenceExpires: z.nullable(day()),
  boards: z.array(board).check(z.maxLength(12)), specialties: lines(12, 80),
});
export type Provider = z.infer<typeof provider>;
export const providerInput = z.omit(provider, { id: true });

const described = {
  name: line(160), states: z.array(state()).check(z.minLength(1), z.maxLength(52)), specialty: line(60), place: line(120), timeZone: timeZone(),
  locations: z.array(location).check(z.maxLength(60)), phones: lines(20, 40), names: lines(20, 160), staff: z.array(staffMember).check(z.maxLength(300)),
  medicalDirector: text(160), position,
  /** Posts a week that the practice means to publish. */
  cadence: z.int().check(z.minimum(1), z.maximum(50)),
  /** Share of promotional posts, 0 to 1. */
  promotionalShare: z.number().check(z.minimum(0), z.maximum(1)),
  approvals: z.enum(APPROVAL_POLICIES),
  /** Hours the practice takes to answer the public. */
  answerWithin: z.int().check(z.minimum(1), z.maximum(336)),
};
export const practice = z.object({ id: id(), ...described, providers: z.array(provider), isDemo: z.boolean(), pack: z.string(), revision: z.int(), createdAt: time() });
export type Practice = z.infer<typeof practice>;
export const practiceChange = z.extend(z.partial(z.object(described)), { revision: z.int() });
export const newPractice = z.object({ name: described.name, states: described.states, specialty: described.specialty, place: described.place, timeZone: described.timeZone });

export const NETWORK_IDS = ["facebook", "instagram", "threads", "linkedin", "x", "youtube", "tiktok", "google-business", "bluesky", "mastodon", "pinterest", "manual", "rehearsal"] as const;
export type NetworkId = (typeof NETWORK_IDS)[number];
/** What is said to a network beside the text, by the setting's id. */
export const answers = z.record(line(40), z.union([text(500), z.boolean()]));
/** `connected` is false until a network has been signed in to; then the text is copied out by hand and the link pasted back. */
export const channel = z.object({ id: id(), network: z.enum(NETWORK_IDS), name: line(120), url: z.nullable(z.string()), connected: z.boolean(), paused: z.boolean(),
  /** The answers that a new post begins with there. What goes out is what stands in the post. */
  usual: answers,
});
export type Channel = z.infer<typeof channel>;
/** Where nobody has signed in, somebody copies the text out and says so. Rehearsal needs no sign-in, and by hand is by hand. */
export const isByHand = ({ network, connected }: Pick<Channel, "network" | "connected">): boolean => network === "manual" || (network !== "rehearsal" && !connected);
export const channelInput = z.object({ network: z.enum(NETWORK_IDS), name: line(120), url: z.nullable(text(500)) });
export const channelChange = z.partial(z.object({ name: line(120), url: z.nullable(text(500)), paused: z.boolean(), usual: answers }));

/** A rule of the practice's own, in the format of rules/topics. */
export const houseRule = z.object({ id: id(), name: z.string(), yaml: z.string(), enabled: z.boolean(), changedAt: time(),
  /** As the engine takes it, so that the page can judge by it; null where it can no longer be read. */
  rule: z.nullable(z.record(z.string(), z.unknown())),
});
export type HouseRule = z.infer<typeof houseRule>;
export const houseRuleInput = z.object({ name: line(80), yaml: text(8000, 1), enabled: z.boolean() });
export const houseRuleTry = z.object({ yaml: text(8000, 1), sentence: text(5000) });
export const houseRuleTried = z.object({ flags: z.boolean(), spans: z.array(z.object({ start: z.int(), end: z.int() })), examples: z.array(z.object({ sentence: z.string(), kind: z.enum(["flag", "pass"]), holds: z.boolean() })) });
