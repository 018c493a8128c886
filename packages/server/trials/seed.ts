/** Puts publications on the calendar as people would: written, submitted, approved, scheduled through the gate. */
import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import sharp from "sharp";
import { columnsOf, keepApp } from "../src/connections/store.ts";
import { asDesk } from "../src/database/tenant.ts";
import type { Desk } from "../src/desk.ts";
import { posts } from "../src/posts/routes.ts";
import { aContent, type APractice, aPractice, inHours } from "../test-support/a-practice.ts";
import type { Other } from "./others.ts";

export interface Ground { practice: APractice; channels: Map<string, string>; media: Record<Other["media"], string> }
/** `sign` is a word of the text that no other has. */
export interface Planned { network: string; publication: string; sign: string }

/** A practice with a channel on every network. */
export async function layGround(desk: Desk, others: readonly Other[]): Promise<Ground> {
  const practice = await aPractice(desk), channels = new Map<string, string>(), media = { picture: randomUUID(), video: randomUUID() };
  const picture = await sharp({ create: { width: 1080, height: 1080, channels: 3, background: "#2f6f73" } }).jpeg().toBuffer(), video = Buffer.alloc(700_000, 7);
  for (const { network } of others) channels.set(network, await practice.addChannel(network));
  await asDesk(desk.database.db, (tx) => tx.insertInto("pictures").values([
    { id: media.picture, practice: practice.id, type: "image/jpeg", bytes: new Uint8Array(picture) }, { id: media.video, practice: practice.id, type: "video/mp4", bytes: new Uint8Array(video) },
  ]).execute());
  return { practice, channels, media };
}

/** Every channel is signed in, again where a case before has signed it out. */
export async function signIn(desk: Desk, { practice, channels }: Ground, others: readonly Other[]): Promise<void> {
  for (const { network, signed } of others) await asDesk(desk.database.db, async (tx) => {
    const channel = channels.get(network)!;
    await tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute();
    if (!signed) return;
    const { account, credentials, app } = signed;
    const before = await tx.selectFrom("connections").select("state").where("channel", "=", channel).executeTakeFirst();
    // What a case has renewed is newer than what it began with.
    if (before?.state === "connected") return;
    await tx.deleteFrom("connections").where("channel", "=", channel).execute();
    await tx.insertInto("connections").values({ channel, practice: practice.id, account: JSON.stringify(account), ...columnsOf(desk.seal, credentials), says: null, tested_at: null, refreshing_until: null, connected_by: null }).execute();
    if (app) await keepApp(tx, desk.seal, practice.id, network, { app, redirectUri: null }, desk.now(), network === "mastodon" ? account.host ?? "" : "");
  });
}

let last = 0;

/** One post on each network, all planned for the same moment soon. */
export async function planPosts({ practice: { ask }, channels, media }: Ground, others: readonly Other[], soonMs: number): Promise<Planned[]> {
  const ready = [];
  for (const { network, media: kind, signed } of others) {
    const sign = `${String.fromCharCode(65 + (last % 26))}${100 + ++last}`, far = inHours(48), channel = channels.get(network)!;
    const content = aContent(`Walk-in flu shots begin on Monday morning. Follow sign ${sign} at the front door.`, { channels: [channel], pictures: [{ id: media[kind], name: "door.jpg", alt: "The front door of our office" }], settings: { [channel]: signed?.settings ?? {} } });
    const { id, revision } = await ask("editor", routes.posts.create, posts.create, { body: { title: `Sign ${sign}`, content, plannedFor: far } });
    const { version } = await ask("editor", routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf: null } });
    await ask("compliance", routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
    ready.push({ network, id, version: version!, sign });
  }
  const planned: Planned[] = [];
  for (const { network, id, version, sign } of ready) {
    const { publications } = await ask("editor", routes.posts.schedule, posts.schedule, { params: { post: id }, body: { version, at: new Date(Date.now() + soonMs).toISOString() } });
    planned.push({ network, publication: publications[0]!.id, sign });
  }
  return planned;
}
