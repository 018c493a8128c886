/** A practice whose channel is signed in at a stand-in, and posts that are due there: written, approved and scheduled by its people, published at once when they are told to. */
import { randomUUID } from "node:crypto";
import { type NetworkId, routes } from "@chaperone/contract";
import { columnsOf, keepApp } from "../src/connections/store.ts";
import { asDesk } from "../src/database/tenant.ts";
import type { Desk } from "../src/desk.ts";
import { openNetworks } from "../src/networks/networks.ts";
import type { Session } from "../src/networks/session.ts";
import { posts } from "../src/posts/routes.ts";
import { USUAL_PACE } from "../src/publishing/pace.ts";
import { publications } from "../src/publishing/routes.ts";
import { publish } from "../src/publishing/publish.ts";
import { aContent, aDesk, aPractice, inHours } from "./a-practice.ts";
import { openMemory } from "./memory.ts";
import type { OpenStandIns } from "./stand-ins/stand-in.ts";

type Signed = Pick<Session, "account" | "credentials" | "app"> & { settings?: Record<string, string | boolean> };

export async function onANetwork(network: NetworkId, { account, credentials, app, settings = {} }: Signed, { address, clock }: Pick<OpenStandIns, "address" | "clock">, { pace = USUAL_PACE } = {}) {
  const now = (): Date => new Date(Date.now() + clock.minutes * 60_000);
  const desk: Desk = await aDesk(await openMemory(), { now, networks: openNetworks({ allowPrivate: true, standIns: address, timeoutMs: pace.callMs }) });
  const practice = await aPractice(desk), { ask } = practice, channel = await practice.addChannel(network, "Seapine there"), { db } = desk.database;
  await asDesk(db, async (tx) => {
    await tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute();
    await tx.insertInto("connections").values({ channel, practice: practice.id, account: JSON.stringify(account), ...columnsOf(desk.seal, credentials), says: null, tested_at: null, refreshing_until: null, connected_by: null }).execute();
    if (app) await keepApp(tx, desk.seal, practice.id, network, { app, redirectUri: null }, desk.now(), network === "mastodon" ? account.host ?? "" : "");
  });

  /** Due from now on. Answers its publication. */
  async function due(text: string, { title = "", media = [] }: { title?: string; media?: { type: string; bytes: Uint8Array }[] } = {}): Promise<{ post: string; publication: string }> {
    const pictures = media.map(() => ({ id: randomUUID(), name: "door.jpg", alt: "The front door of our office" }));
    for (const [at, { id }] of pictures.entries()) await asDesk(db, (tx) => tx.insertInto("pictures").values({ id, practice: practice.id, ...media[at]! }).execute());
    const { id, revision } = await ask("editor", routes.posts.create, posts.create, { body: { title, content: aContent(text, { channels: [channel], pictures, settings: { [channel]: settings } }), plannedFor: inHours(1, now()) } });
    const { version } = await ask("editor", routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf: null } });
    await ask("compliance", routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
    const { publications: [one] } = await ask("editor", routes.posts.schedule, posts.schedule, { params: { post: id }, body: { version: version!, at: inHours(1, now()) } });
    clock.minutes += 61;
    return { post: id, publication: one!.id };
  }
  const turn = (publication: string): Promise<void> => publish(desk, { practice: practice.id, publication }, pace);
  const show = async (post: string) => (await ask("viewer", routes.publications.ofPost, publications.ofPost, { params: { post } })).publications[0]!;
  const attempts = async (post: string) => (await show(post)).attempts.map(({ step, outcome, kind }) => [step, outcome, ...kind === null ? [] : [kind]].join(" "));
  const connection = () => asDesk(db, (tx) => tx.selectFrom("connections").selectAll().where("channel", "=", channel).executeTakeFirst());
  return { clock, desk, practice, channel, ask, due, turn, show, attempts, connection };
}
