/** Renews a sign-in once, however many ask for it: a token that is used twice may end the whole family of tokens. */
import { setTimeout as wait } from "node:timers/promises";
import { asPerson } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { refused, type Refused } from "../networks/outcome.ts";
import type { Credentials } from "../networks/session.ts";
import type { Found, OpenSession } from "./found.ts";
import { signedOut } from "./signed-out.ts";
import { columnsOf } from "./store.ts";

/** Longer than any refresh takes. Whoever dies in the middle of one holds up the others no longer than this. */
const LEASE_MS = 90_000;
const LOOKS = 300, BETWEEN_LOOKS_MS = 100;

type Look = () => Promise<Found | OpenSession | Refused>;

export async function refreshed(desk: Desk, practice: string, first: Found, look: Look): Promise<Found | OpenSession | Refused> {
  let found = first;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (await takeLease(desk, practice, found)) return refresh(desk, practice, found, look);
    await wait(BETWEEN_LOOKS_MS);
    const now = await look();
    // Somebody has done it, or has found that nobody can.
    if (now.is !== "found" || now.row.turn !== first.row.turn) return now;
    found = now;
  }
  return refused("transient", "The sign-in is being renewed and this takes long. The desk tries again by itself.");
}

/** Of all who see the same turn, one gets it. */
async function takeLease({ database: { db }, now }: Desk, practice: string, { row: { channel, turn } }: Found): Promise<boolean> {
  const at = now(), until = new Date(at.getTime() + LEASE_MS).toISOString();
  const taken = await asPerson(db, { practice, person: null }, (tx) => tx.updateTable("connections").set({ refreshing_until: until })
    .where("practice", "=", practice).where("channel", "=", channel).where("turn", "=", turn).where("state", "=", "connected")
    .where(({ eb, or }) => or([eb("refreshing_until", "is", null), eb("refreshing_until", "<", at.toISOString())])).returning("channel").executeTakeFirst());
  return taken !== undefined;
}

async function refresh(desk: Desk, practice: string, found: Found, look: Look): Promise<Found | OpenSession | Refused> {
  const { networks: { fetch, init: guarded }, now } = desk, { network, row, credentials, app } = found;
  const answer = await network.refresh!({ fetch, guarded, now }, { app, account: row.account, credentials }).catch(async (error: unknown) => { await giveBack(desk, practice, found); throw error; });
  if (answer.is === "refreshed") {
    await store(desk, practice, found, keeping(credentials, answer.credentials));
    // Read again rather than handed on: somebody may have connected anew in the meantime, and then theirs counts.
    return look();
  }
  if (answer.kind !== "auth") { await giveBack(desk, practice, found); return answer; }
  // The network's no is to the token that was sent. With another one in its place, it says nothing.
  return await signedOut(desk, practice, row.channel, answer.says, row.turn) ? answer : look();
}

/** A network that sends no new refresh token means the old one to stay. */
export const keeping = (before: Credentials, after: Credentials): Credentials =>
  after.refresh === null ? { ...after, refresh: before.refresh, refreshExpiresAt: after.refreshExpiresAt ?? before.refreshExpiresAt } : after;

/** One statement, before anybody uses it. The lease is not asked for: if it ran out meanwhile, this pair is still the one that works. */
async function store({ database: { db }, seal }: Desk, practice: string, { row: { channel, turn } }: Found, credentials: Credentials): Promise<void> {
  await asPerson(db, { practice, person: null }, (tx) => tx.updateTable("connections").set({ ...columnsOf(seal, credentials), turn: turn + 1, refreshing_until: null })
    .where("practice", "=", practice).where("channel", "=", channel).where("turn", "=", turn).execute());
}

async function giveBack({ database: { db } }: Desk, practice: string, { row: { channel, turn } }: Found): Promise<void> {
  await asPerson(db, { practice, person: null }, (tx) => tx.updateTable("connections").set({ refreshing_until: null }).where("practice", "=", practice).where("channel", "=", channel).where("turn", "=", turn).execute());
}
