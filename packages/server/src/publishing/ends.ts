/** How a try ends: out, refused, unknown, too late; and what follows for the post. */
import type { Committed, Refused } from "../networks/outcome.ts";
import type { Within } from "../posts/by-the-desk.ts";
import { settle } from "../posts/settle.ts";
import { closeAttempts, endAttempt } from "./attempts.ts";
import type { Change, Claim } from "./claim.ts";
import { waitOf } from "./pace.ts";
import { tell } from "./tell.ts";

export async function finish(held: Claim, { remote, says }: Committed, attempt: string): Promise<void> {
  const { desk } = held, at = desk.now();
  await held.step(async (within) => {
    await endAttempt(within, attempt, at, { outcome: "committed", says });
    return { state: "published", published_at: at.toISOString(), url: remote.url, remote: JSON.stringify(remote), next_at: null, says: says ?? null, failed_kind: null, held_why: null };
  }, { after: (within, row) => tell(within, row, "post.published", { byHand: false, remote: remote.id }) });
}

/** It certainly did not happen. What passes by itself is tried again; the rest is for a person. */
export async function refuse(held: Claim, refusal: Refused, attempt?: string): Promise<void> {
  const { desk, pace, row } = held, { kind, says, code, retryAt } = refusal, now = desk.now();
  const end = async (within: Within): Promise<void> => { if (attempt) await endAttempt(within, attempt, now, { outcome: "refused", kind, code, says }); };
  if (kind === "rate-limited" || kind === "transient") {
    const wait = Math.max(waitOf(pace.retryMs, row.tries), retryAt ? Date.parse(retryAt) - now.getTime() : 0);
    return held.step(async (within) => {
      await end(within);
      return { ...(row.state === "committing" ? { state: "prepared" } : {}), tries: row.tries + 1, says, next_at: new Date(now.getTime() + wait).toISOString() } satisfies Change;
    });
  }
  await held.step(async (within) => { await end(within); return { state: "failed", failed_kind: kind, says, next_at: null }; }, { after: (within, after) => tell(within, after, "post.failed", { kind, code: code ?? null }) });
}

/** Certainly not done, and worth another try at once: the claim holds on. */
export function stepBack(held: Claim, { kind, says, code }: Refused, attempt: string): Promise<void> {
  return held.step(async (within) => {
    await endAttempt(within, attempt, within.now, { outcome: "refused", kind, code, says });
    return { state: "prepared" };
  }, { holdsOn: true });
}

/** The network did not say whether it happened. */
export function lose(held: Claim, says: string, attempt: string): Promise<void> {
  const { desk, pace } = held, now = desk.now();
  return held.step(async (within) => {
    await endAttempt(within, attempt, now, { outcome: "unknown", says });
    return { state: "unknown", says, tries: 0, next_at: new Date(now.getTime() + pace.settleMs).toISOString() };
  }, { after: (within, row) => tell(within, row, "post.unconfirmed", {}) });
}

/** Whoever was to hear the answer is gone. Its lease is over, so nothing is at work any more. */
export function leftBehind(held: Claim): Promise<void> {
  const { desk, publication } = held, now = desk.now();
  return held.step(async (within) => {
    await closeAttempts(within, publication, now);
    return { state: "unknown", says: "The desk stopped before the network had answered. It looks whether the post went out.", tries: 0, next_at: now.toISOString() };
  }, { after: (within, row) => tell(within, row, "post.unconfirmed", {}) });
}

/** Nobody can look now: later again, and after the last look a person is asked. */
export function notNow(held: Claim, says: string, attempt?: { id: string; outcome: string; kind?: string | undefined; retryAt?: string | undefined }): Promise<void> {
  const { desk, pace, row } = held, now = desk.now(), isLast = row.tries >= pace.lookMs.length;
  const wait = Math.max(waitOf(pace.lookMs, row.tries), attempt?.retryAt ? Date.parse(attempt.retryAt) - now.getTime() : 0);
  return held.step(async (within) => {
    if (attempt) await endAttempt(within, attempt.id, now, { outcome: attempt.outcome, kind: attempt.kind, says });
    return { tries: row.tries + 1, says, next_at: isLast ? null : new Date(now.getTime() + wait).toISOString() };
  });
}

/** Too late to go out by itself: a person chooses a new time. */
export function miss(held: Claim): Promise<void> {
  return held.step(async (within) => {
    await closeAttempts(within, held.publication, within.now);
    await within.note({ action: "post.missed", about: { kind: "post", id: held.row.post }, facts: { version: held.row.version, channel: held.row.channel, publication: held.publication } });
    return { state: "missed", next_at: null };
  }, { after: async (within, { post }) => { await settle(within, post); } });
}
