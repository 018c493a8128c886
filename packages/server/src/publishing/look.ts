/** Looks on the network whether an unknown publication happened. Nothing else resolves one. */
import { beginAttempt, closeAttempts, endAttempt } from "./attempts.ts";
import { finish, notNow } from "./ends.ts";
import { traceOf } from "./trace.ts";
import type { Work } from "./work.ts";

export async function look({ held, line, outgoing }: Work): Promise<void> {
  const { desk, pace, publication } = held;
  let attempt = "", wasAbsent = false;
  pace.passes?.("before looking", publication);
  await held.step(async (within) => {
    await closeAttempts(within, publication, within.now);
    const [last] = await within.tx.selectFrom("attempts").select(["step", "outcome"]).where("practice", "=", within.practice).where("publication", "=", publication).orderBy("seq", "desc").limit(1).execute();
    wasAbsent = last?.step === "reconcile" && last.outcome === "absent";
    attempt = await beginAttempt(within, publication, "reconcile");
    return {};
  }, { holdsOn: true });

  const trace = await traceOf(held), outcome = await held.atWork(() => line.ask((session) => line.network.reconcile(session, outgoing, held.row.kept, trace)));
  pace.passes?.("looked", publication);
  if (outcome.is === "committed") return finish(held, outcome, attempt);
  if (outcome.is !== "absent") return notNow(held, outcome.says, { id: attempt, outcome: outcome.is, ...(outcome.is === "refused" ? { kind: outcome.kind, retryAt: outcome.retryAt } : {}) });
  // A list may lag behind the post: only two looks apart are believed, and then it is tried again.
  const now = desk.now(), next = new Date(now.getTime() + (wasAbsent ? 0 : pace.settleMs));
  await held.step(async (within) => {
    await endAttempt(within, attempt, now, { outcome: "absent" });
    return { next_at: next.toISOString(), ...(wasAbsent ? { state: "prepared" as const, tries: 0, says: null } : {}) };
  });
}
