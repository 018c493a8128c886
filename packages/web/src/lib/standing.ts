/** How a post stands, in the one shape and the few words that every list, card and chip uses. */
import type { Channel, NetworkId, PostSummary } from "@chaperone/contract";

export type Mark = "clear" | "question" | "stop" | "wait" | "idea";
/** `look` names the drawing: an outline for what is held or asks, dashes for what waits, quiet for what is out. */
export interface Standing { mark: Mark; word: string; look: "out" | "clear" | "held" | "asked" | "waiting" | "draft" }

/** Why a post is held, as the end of a sentence. */
export const HELD_WHY: Record<string, string> = {
  "edited": "changed since it was approved",
  "approver-left": "who approved it has left",
  "slot-passed": "its time has passed",
  "channel-removed": "its channel was removed",
  "channel-paused": "its channel is paused",
  "rules-changed": "the rules have changed",
  "not-checked": "the check did not finish",
  "failed": "it did not go out",
  "unconfirmed": "nobody knows yet whether it is out",
  "silence": "the practice is silent",
};

export const firstName = (name: string): string => name.split(/\s+/, 1)[0]!;

/** What became of it on the way is no hold of the desk's: what nobody has confirmed is a question, and never a success. */
const ON_THE_WAY: Record<string, Standing> = {
  "failed": { mark: "stop", word: "Did not go out", look: "held" },
  "unconfirmed": { mark: "question", word: "Sent, not confirmed", look: "asked" },
};

function held({ stops, questions, heldWhy }: PostSummary): Standing {
  if (stops > 0) return { mark: "stop", word: `Held: ${stops} must change`, look: "held" };
  if (questions > 0) return { mark: "question", word: questions === 1 ? "Asks for an answer" : `${questions} ask for an answer`, look: "asked" };
  if (heldWhy !== null && heldWhy in ON_THE_WAY) return ON_THE_WAY[heldWhy]!;
  return { mark: "stop", word: heldWhy !== null && heldWhy in HELD_WHY ? `Held: ${HELD_WHY[heldWhy]}` : "Held", look: "held" };
}

export function standingOf(post: PostSummary): Standing {
  switch (post.state) {
    case "held": return held(post);
    case "published": return { mark: "clear", word: "Out", look: "out" };
    case "scheduled": return { mark: "wait", word: "Clear", look: "clear" };
    case "approved": return { mark: "clear", word: post.plannedFor ? "Approved" : "Approved, needs a time", look: "clear" };
    case "waiting": return { mark: "wait", word: post.askedOf ? `Waits for ${firstName(post.askedOf.name)}` : "Waits for an approval", look: "waiting" };
    case "returned": return { mark: "question", word: "Returned", look: "asked" };
    case "idea": return { mark: "idea", word: "Idea", look: "draft" };
    case "draft": return { mark: "idea", word: "Draft", look: "draft" };
  }
}

/** What had been approved and needs it anew says what happened to the approval. */
export const waitsAgain = ({ state, heldWhy }: PostSummary): string | null => state === "waiting" && heldWhy !== null && heldWhy in HELD_WHY ? `Waits again: ${HELD_WHY[heldWhy]}` : null;

/** The pill beside a line: a lawful post that only waits for its time has nothing to wait for. */
export function pillOf(post: PostSummary): { kind: Mark; word: string } {
  const { mark, word } = standingOf(post);
  return { kind: post.state === "scheduled" ? "clear" : mark, word };
}

/** Out, or sure to go out: what the week counts. */
export const isCertain = ({ state }: PostSummary): boolean => state === "published" || state === "scheduled";
export const titleOf = ({ title }: Pick<PostSummary, "title">): string => title.trim() || "Without a title";
/** The moment by which a post stands in a list: when it went out, else when it is meant to. */
export const momentOf = (post: PostSummary): string | null => post.publishedAt ?? post.plannedFor;

/** What happened on its way out is told on the post's own page: why it did not go, or where it went. */
export const hasGone = ({ state, heldWhy, publishedAt }: Pick<PostSummary, "state" | "heldWhy" | "publishedAt">): boolean => state === "published" || publishedAt !== null || (state === "held" && heldWhy !== null && (heldWhy in ON_THE_WAY || heldWhy === "slot-passed"));

/** Where one reads on: what happened to it, once it has gone out or tried to; before that, its words. */
export const placeOf = (post: Pick<PostSummary, "id" | "state" | "heldWhy" | "publishedAt">): string => hasGone(post) ? `/posts/${post.id}` : `/compose/${post.id}`;

/** Where it goes, each network once. */
export const networksOf = ({ channels }: Pick<PostSummary, "channels">, all: readonly Channel[]): NetworkId[] =>
  [...new Set(channels.flatMap((id) => all.find((channel) => channel.id === id)?.network ?? []))];
