/** What became of a publication, and how the desk came to know. */
import * as z from "zod/mini";
import { post, publication } from "./posts.ts";
import { person } from "./people.ts";
import { id, text, time } from "./text.ts";

export const ATTEMPT_STEPS = ["prepare", "commit", "reconcile", "read-back", "remove"] as const;
/** One call to a network: without `endedAt` it is under way, or was cut off. */
export const attempt = z.object({
  id: id(), step: z.enum(ATTEMPT_STEPS), at: time(), endedAt: z.nullable(time()), outcome: z.nullable(z.string()), kind: z.nullable(z.string()), says: z.nullable(z.string()), person: z.nullable(person),
});
export type Attempt = z.infer<typeof attempt>;

/** How the post reads on the network, beside what was approved. `state` is `gone` when it is not there any more. */
export const readBack = z.object({ at: time(), state: z.enum(["as-approved", "differs", "gone", "not-public"]), text: z.string(), approved: z.string(), pictures: z.nullable(z.int()) });
export type ReadBack = z.infer<typeof readBack>;

export const publicationView = z.extend(publication, {
  attempts: z.array(attempt), readBack: z.nullable(readBack),
  /** Whether the network can be asked to read it back, to take it down, and whether the desk publishes there by itself. */
  can: z.object({ readBack: z.boolean(), takeDown: z.boolean(), publish: z.boolean() }),
  /** When the desk looks again whether it went out; null where it knows, or has looked often enough. */
  looksAt: z.nullable(time()),
  /** What a person does where the desk cannot; null when there is nothing. */
  byHand: z.nullable(z.string()),
  /** The text as it goes out there. */
  text: z.string(),
});
export type PublicationView = z.infer<typeof publicationView>;

/** Somebody looked on the network themselves, because the desk cannot. */
export const lookedMyself = z.object({ isThere: z.boolean(), url: z.nullable(text(2000)) });
export const tryAgain = z.object({ at: time() });
export const silence = z.object({ why: text(500) });
export const silenceState = z.object({ since: z.nullable(time()), why: z.string() });
export const publicationsOfPost = z.object({ post, publications: z.array(publicationView) });
