/** What was asked of a network and what it answered: the intent before, the end after. The first end stays. */
import { randomUUID } from "node:crypto";
import type { Attempt } from "@chaperone/contract";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Within } from "../posts/by-the-desk.ts";

type Where = Pick<Within, "tx" | "practice">;
export interface End { outcome: string; kind?: string | undefined; code?: string | undefined; says?: string | undefined }

/** Dated by the desk’s clock, like everything that it is compared with. */
export async function beginAttempt({ tx, practice, now }: Where & Pick<Within, "now">, publication: string, step: Attempt["step"], person: string | null = null): Promise<string> {
  const id = randomUUID();
  await tx.insertInto("attempts").values({ id, practice, publication, step, at: now.toISOString(), ended_at: null, outcome: null, kind: null, code: null, says: null, person }).execute();
  return id;
}

export async function endAttempt({ tx, practice }: Where, id: string, at: Date, { outcome, kind, code, says }: End): Promise<void> {
  await tx.updateTable("attempts").set({ ended_at: at.toISOString(), outcome, kind: kind ?? null, code: code ?? null, says: says ?? null }).where("practice", "=", practice).where("id", "=", id).where("ended_at", "is", null).execute();
}

const CUT_OFF = { outcome: "cut-off", says: "The desk stopped before the network had answered." };

/** What a crash left without an end: nobody heard the answer. */
export async function closeAttempts({ tx, practice }: Where, publication: string, at: Date): Promise<void> {
  await tx.updateTable("attempts").set({ ended_at: at.toISOString(), ...CUT_OFF }).where("practice", "=", practice).where("publication", "=", publication).where("ended_at", "is", null).execute();
}

/** Longer than anything takes that holds no lease. */
const NOBODY_WAITS_MS = 30 * 60_000;

/** Of whatever was left without an end and is in nobody's hands: a person's question that died with its process, a call whose post was taken off the calendar meanwhile. */
export async function closeForgotten(desk: Desk): Promise<void> {
  const now = desk.now(), before = new Date(now.getTime() - NOBODY_WAITS_MS).toISOString();
  await asDesk(desk.database.db, (tx) => tx.updateTable("attempts").set({ ended_at: now.toISOString(), ...CUT_OFF }).where("ended_at", "is", null).where("at", "<", before)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("publications as p").select("p.id").whereRef("p.id", "=", "attempts.publication").where("p.worker_until", ">", now.toISOString())))).execute());
}
