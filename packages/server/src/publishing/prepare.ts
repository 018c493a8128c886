import { beginAttempt, closeAttempts, endAttempt } from "./attempts.ts";
import { refuse } from "./ends.ts";
import type { Work } from "./work.ts";

/** Uploads and whatever else nobody sees. True when everything is ready for the one call that cannot be taken back. */
export async function prepare({ held, line, outgoing }: Work): Promise<boolean> {
  const { desk, publication } = held;
  if (held.row.state === "prepared") return true;
  held.pace.passes?.("before prepare", publication);
  let attempt = "";
  await held.step(async (within) => {
    await closeAttempts(within, publication, within.now);
    attempt = await beginAttempt(within, publication, "prepare");
    return { state: "preparing", first_tried_at: outgoing.startedAt };
  }, { holdsOn: true });

  const outcome = await held.atWork(() => line.ask((session) => line.network.prepare(session, outgoing, held.row.kept)));
  if (outcome.is === "refused") {
    await refuse(held, outcome, attempt);
    return false;
  }
  const isReady = outcome.is === "prepared", next = isReady ? desk.now() : new Date(desk.now().getTime() + outcome.seconds * 1000);
  await held.step(async (within) => {
    await endAttempt(within, attempt, desk.now(), { outcome: outcome.is });
    return { kept: JSON.stringify(outcome.kept), next_at: next.toISOString(), says: null, ...(isReady ? { state: "prepared" as const, tries: 0 } : {}) };
  }, { holdsOn: isReady });
  return isReady;
}
