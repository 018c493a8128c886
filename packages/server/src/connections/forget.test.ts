import { routes } from "@chaperone/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aPractice } from "../../test-support/a-practice.ts";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { googleBusinessFixture, googleBusinessStandIn } from "../../test-support/stand-ins/google-business.ts";
import { mastodonFixture, mastodonStandIn } from "../../test-support/stand-ins/mastodon.ts";
import { sessionOn } from "../../test-support/stand-ins/session.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { tiktokFixture, tiktokStandIn } from "../../test-support/stand-ins/tiktok.ts";
import { xFixture, xStandIn } from "../../test-support/stand-ins/x.ts";
import { youtubeFixture, youtubeStandIn } from "../../test-support/stand-ins/youtube.ts";
import { asDesk } from "../database/tenant.ts";
import { channels } from "../practices/channels.ts";
import { connections } from "./routes.ts";

let there: OpenStandIns;
beforeEach(async () => { there = await openStandIns([mastodonStandIn, xStandIn(), youtubeStandIn, googleBusinessStandIn, tiktokStandIn]); });
afterEach(() => there.close());

const FIXTURES = { x: () => xFixture, youtube: () => youtubeFixture, "google-business": () => googleBusinessFixture, tiktok: () => tiktokFixture, mastodon: () => mastodonFixture(there.address) } as const;
type Name = keyof typeof FIXTURES;

/** A channel signed in there, and whether the network would still let the desk in with what it had. */
async function signedIn(network: Name) {
  const fixture = FIXTURES[network](), scene = await onANetwork(network, fixture, there), { desk, practice, channel } = scene, code = desk.networks.of(network)!;
  const isOpen = async (): Promise<boolean> => (await code.describe(sessionOn(there, { ...fixture, hosts: code.hosts }))).is === "described";
  const disconnect = () => practice.ask("owner", routes.connections.disconnect, connections.disconnect, { params: { channel } });
  /** The same sign-in on another channel of a practice of the desk. */
  const alsoOn = async (other: Name, where = practice): Promise<void> => {
    const id = await where.addChannel(other);
    await asDesk(desk.database.db, async (tx) => {
      const row = await tx.selectFrom("connections").selectAll().where("channel", "=", channel).executeTakeFirstOrThrow(), app = await tx.selectFrom("apps").selectAll().where("practice", "=", practice.id).executeTakeFirst();
      await tx.insertInto("connections").values({ ...row, account: JSON.stringify(row.account), described: null, channel: id, practice: where.id }).execute();
      if (app) await tx.insertInto("apps").values({ ...app, practice: where.id, network: other }).onConflict((conflict) => conflict.doNothing()).execute();
    });
  };
  return { ...scene, isOpen, disconnect, alsoOn };
}

test.each(["x", "youtube", "google-business", "tiktok", "mastodon"] as const)("a channel of %s that is disconnected is signed out there, too", async (network) => {
  const { isOpen, disconnect, connection } = await signedIn(network);
  expect(await isOpen()).toBe(true);
  expect(await disconnect()).toMatchObject({ state: "not-connected" });
  expect([await isOpen(), await connection()]).toEqual([false, undefined]);
});

test("and so is one that is removed", async () => {
  const { isOpen, practice, channel } = await signedIn("x");
  await practice.ask("owner", routes.channels.remove, channels.remove, { params: { channel } });
  expect(await isOpen()).toBe(false);
});

test("the desk forgets it whatever the network says", async () => {
  const { isOpen, disconnect, connection } = await signedIn("x");
  there.fail({ on: "sign-in", kind: "500-before", times: 2 });
  expect(await disconnect()).toMatchObject({ state: "not-connected" });
  expect([await isOpen(), await connection()]).toEqual([true, undefined]);
});

test("what another channel may live by stays: Google ends all that a person allowed the app", async () => {
  const { isOpen, disconnect, alsoOn } = await signedIn("google-business");
  await alsoOn("youtube");
  await disconnect();
  expect(await isOpen()).toBe(true);
});

test("and so does the same account of another practice", async () => {
  const { isOpen, disconnect, alsoOn, desk } = await signedIn("tiktok");
  await alsoOn("tiktok", await aPractice(desk, { name: "Harbor Dental" }));
  await disconnect();
  expect(await isOpen()).toBe(true);
});
