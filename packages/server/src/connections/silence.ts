import type { ConnectionsPage, Person } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { settleAll } from "../posts/settle-all.ts";

type Silence = Omit<ConnectionsPage["silence"], "by">;

/** Nothing goes out by itself from now on. Saying so again gives another reason, and the silence is as long as it was. */
export async function beSilent(inside: Inside, why: string): Promise<Silence> {
  const { tx, practice, now, note } = inside, { silent_since: before } = await tx.selectFrom("practices").select("silent_since").where("id", "=", practice).executeTakeFirstOrThrow();
  const since = before ?? now.toISOString();
  await tx.updateTable("practices").set({ silent_since: since, silent_why: why }).where("id", "=", practice).execute();
  // The reason is somebody's words, and the record holds none.
  await note({ action: "practice.silent", about: { kind: "practice", id: practice }, facts: { since, givesReason: why.trim() !== "" } });
  if (before === null) await settleAll(inside);
  return { since, why };
}

/** What has not missed its time goes back on the calendar; what has asks for a new one. */
export async function speakAgain(inside: Inside): Promise<Silence> {
  const { tx, practice, note } = inside, { silent_since: since } = await tx.selectFrom("practices").select("silent_since").where("id", "=", practice).executeTakeFirstOrThrow();
  if (since === null) return { since: null, why: "" };
  await tx.updateTable("practices").set({ silent_since: null, silent_why: "" }).where("id", "=", practice).execute();
  await note({ action: "practice.speaks-again", about: { kind: "practice", id: practice }, facts: { since } });
  await settleAll(inside);
  return { since: null, why: "" };
}

/** Whoever gave the last reason, as the record has it. */
export async function silencedBy({ tx, practice }: Pick<Inside, "tx" | "practice">): Promise<Person | null> {
  const told = await tx.selectFrom("record").select("entry").where("practice", "=", practice).where("action", "=", "practice.silent").orderBy("seq", "desc").limit(1).executeTakeFirst();
  const by = told ? (JSON.parse(told.entry) as { by: { kind: string; id: string } }).by : null;
  return by?.kind === "person" ? await tx.selectFrom("people").select(["id", "name", "email"]).where("id", "=", by.id).executeTakeFirst() ?? null : null;
}
