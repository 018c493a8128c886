import { randomUUID } from "node:crypto";
import type { Body, Routes } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Actor } from "../http/actor.ts";
import type { Written } from "../record/journal.ts";
import { append } from "../record/record.ts";

export type NewPractice = Body<Routes["practices"]["create"]>;

/** Opens a practice with its owner and a channel to rehearse on, and answers its id. `before` may refuse in the same transaction. */
export async function openPractice(desk: Desk, by: Actor, practice: NewPractice, { isDemo = false, before }: { isDemo?: boolean; before?: (tx: Transaction<Database>) => Promise<void> } = {}): Promise<string> {
  const id = randomUUID(), now = desk.now(), written: Written[] = [];
  await asDesk(desk.database.db, async (tx) => {
    await before?.(tx);
    const { timeZone, ...rest } = practice;
    await tx.insertInto("practices").values({ id, ...rest, time_zone: timeZone, is_demo: isDemo, created_at: now.toISOString() }).execute();
    await tx.insertInto("members").values({ practice: id, person: by.person, role: "owner", removed_at: null, since: now.toISOString() }).execute();
    await tx.insertInto("channels").values({ id: randomUUID(), practice: id, network: "rehearsal", name: "Rehearsal", url: null, removed_at: null }).execute();
    await tx.updateTable("practices").set({ pack: await desk.checker.packOf(tx, id) }).where("id", "=", id).execute();
    written.push(await append(tx, id, by, now, { action: "practice.opened", about: { kind: "practice", id, title: practice.name } }));
  });
  await desk.journal.write(written);
  return id;
}
