/** Where a publication stands and what was tried, in words. */
import type { Attempt, PublicationView } from "@chaperone/contract";
import type { ShapeKind } from "../../components/shape.tsx";

export interface Said { kind: ShapeKind; word: string }

export function standingOf({ state, can, at, publishedAt, readBack }: Pick<PublicationView, "state" | "can" | "at" | "publishedAt" | "readBack">, now: Date): Said {
  switch (state) {
    case "scheduled": return can.publish ? { kind: "wait", word: "Planned" } : new Date(at) <= now ? { kind: "question", word: "To be posted now" } : { kind: "wait", word: "Planned, by hand" };
    case "held": return { kind: "stop", word: "Held" };
    case "preparing": case "prepared": return { kind: "wait", word: "Getting ready" };
    case "committing": return { kind: "wait", word: "Going out" };
    case "published": return readBack?.state === "gone" ? { kind: "question", word: "Not there any more" } : readBack?.state === "differs" ? { kind: "question", word: "Out, reads differently" } : readBack?.state === "not-public" ? { kind: "question", word: "Out, not public" } : { kind: "clear", word: "Out" };
    case "unknown": return { kind: "question", word: "Sent, not confirmed" };
    case "failed": return { kind: "stop", word: "Did not go out" };
    case "missed": return { kind: "stop", word: "Missed its time" };
    case "removed": return publishedAt ? { kind: "note", word: "Taken down" } : { kind: "note", word: "Taken off the plan" };
  }
}

/** It waits for a person, and not for its time. */
const asks = (publication: Parameters<typeof standingOf>[0], now: Date): boolean => ["stop", "question"].includes(standingOf(publication, now).kind);
/** What waits for a person stands first; the others keep their order. */
export const byNeed = (publications: readonly PublicationView[], now: Date): PublicationView[] => publications.toSorted((one, other) => Number(asks(other, now)) - Number(asks(one, now)));

/** What was only taken off the plan has nothing to tell. */
export const isTold = ({ state, publishedAt, attempts }: Pick<PublicationView, "state" | "publishedAt" | "attempts">): boolean => state !== "removed" || publishedAt !== null || attempts.length > 0;

const STEPS: Record<Attempt["step"], string> = { prepare: "Make ready", commit: "Send", reconcile: "Look for it", "read-back": "Read it there", remove: "Take down" };
const OUTCOMES: Record<string, Said> = {
  prepared: { kind: "clear", word: "ready" }, waiting: { kind: "wait", word: "the network is still working" }, committed: { kind: "clear", word: "it is out" }, refused: { kind: "stop", word: "refused" }, unknown: { kind: "question", word: "no answer" },
  absent: { kind: "note", word: "not there" }, "cannot-tell": { kind: "question", word: "cannot be told" }, "cut-off": { kind: "question", word: "cut off" }, read: { kind: "clear", word: "read" }, gone: { kind: "note", word: "not there" }, removed: { kind: "clear", word: "gone" },
};

/** A look that the network refused says nothing about the post. */
const NOT_LOOKED: Said = { kind: "question", word: "it could not be asked" };

export const stepSays = ({ step }: Pick<Attempt, "step">): string => STEPS[step];
export function outcomeSays({ step, outcome, endedAt }: Pick<Attempt, "step" | "outcome" | "endedAt">): Said {
  if (endedAt === null) return { kind: "wait", word: "under way" };
  if (outcome === "refused" && (step === "reconcile" || step === "read-back")) return NOT_LOOKED;
  return OUTCOMES[outcome ?? ""] ?? { kind: "note", word: outcome ?? "ended" };
}

const READ: Record<NonNullable<PublicationView["readBack"]>["state"], { kind: "clear" | "question"; title: string; next: string }> = {
  "as-approved": { kind: "clear", title: "It reads as it was approved.", next: "" },
  "differs": { kind: "question", title: "It reads differently from what was approved.", next: "Somebody may have changed it there. Look at the differences; if they should not stand, change it back there or take it down." },
  "gone": { kind: "question", title: "It is not there any more.", next: "Somebody or the network removed it. Say so here if that is meant; otherwise write it again." },
  "not-public": { kind: "question", title: "It is there, but not everybody sees it.", next: "The network may still be looking at it, or holds it back. Look again later." },
};
export const readSays = ({ state }: Pick<NonNullable<PublicationView["readBack"]>, "state">) => READ[state];
