import { routes } from "@chaperone/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { mastodonFixture, mastodonStandIn } from "../../test-support/stand-ins/mastodon.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { xFixture, xStandIn } from "../../test-support/stand-ins/x.ts";
import { connections } from "../connections/routes.ts";
import { openCredentials } from "../connections/store.ts";
import { asDesk } from "../database/tenant.ts";
import { publications } from "./routes.ts";

let there: OpenStandIns;
/** Anew for each: X takes each refresh token once, and none is left over. */
beforeEach(async () => { there = await openStandIns([xStandIn(), mastodonStandIn]); });
afterEach(() => there.close());

/** X took the access token back long before its end, and says so to whoever brings it. */
const takenBack = (refresh = "x-refresh") => onANetwork("x", { ...xFixture, credentials: { ...xFixture.credentials, access: "taken-back", refresh, expiresAt: new Date(Date.now() + 86_400_000).toISOString() } }, there);
type Scene = Awaited<ReturnType<typeof takenBack>>;
const tokens = async ({ desk, connection }: Scene) => openCredentials(desk.seal, (await connection())!.credentials);
const others = ({ desk, connection }: Scene, access: string) => connection().then((row) => asDesk(desk.database.db, (tx) => tx.updateTable("connections").set({ credentials: desk.seal.seal(JSON.stringify({ ...openCredentials(desk.seal, row!.credentials), access })) }).execute()));

test("a token that the network took back before its end is renewed, and the post goes out, once", async () => {
  const scene = await takenBack(), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  await scene.turn(publication);
  expect([await scene.attempts(post), (await scene.show(post)).state, there.world.effects.length]).toEqual([["prepare prepared", "commit refused auth", "commit committed"], "published", 1]);
  const { access, refresh } = await tokens(scene);
  expect([access, refresh, (await scene.connection())!.state]).toEqual([expect.stringMatching(/^a-/), expect.stringMatching(/^r-/), "connected"]);
});

test("of several posts that meet it at the same time one renews it, and all go out", async () => {
  const scene = await takenBack(), due = [];
  for (const part of ["ears", "nose", "neck"]) { due.push(await scene.due(`Sunscreen belongs on the ${part}, too.`)); scene.clock.minutes -= 60; }
  scene.clock.minutes += 60;
  await Promise.all(due.map(({ publication }) => scene.turn(publication)));
  expect(await Promise.all(due.map(async ({ post }) => (await scene.show(post)).state))).toEqual(["published", "published", "published"]);
  // The stand-in takes a refresh token once: had two brought it, one of them would have been signed out.
  expect([there.world.effects.length, (await scene.connection())!.state, (await scene.connection())!.turn]).toEqual([3, "connected", 2]);
});

test("only when it cannot be renewed is a person asked to sign in", async () => {
  const scene = await takenBack("spent"), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  await scene.turn(publication);
  expect([await scene.attempts(post), (await scene.show(post)).state, (await scene.connection())!.state]).toEqual([["prepare prepared", "commit refused auth"], "failed", "needs-sign-in"]);
});

test("a new token that is refused as well is not renewed again", async () => {
  const scene = await takenBack(), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  there.fail({ on: "commit", kind: "revoked-token", times: 9 });
  await scene.turn(publication);
  expect([await scene.attempts(post), (await scene.connection())!.state, (await scene.connection())!.turn]).toEqual([["prepare prepared", "commit refused auth", "commit refused auth"], "needs-sign-in", 2]);
  expect((await tokens(scene)).refresh).toMatch(/^r-/);
});

test("while the sign-in itself has trouble nothing is lost, and the post goes out later", async () => {
  const scene = await takenBack(), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  there.fail({ on: "sign-in", kind: "500-before" });
  await scene.turn(publication);
  expect([(await scene.show(post)).state, (await scene.connection())!.state, (await tokens(scene)).refresh]).toEqual(["prepared", "connected", "x-refresh"]);
  scene.clock.minutes += 1;
  await scene.turn(publication);
  expect([(await scene.show(post)).state, there.world.effects.length]).toEqual(["published", 1]);
});

test("it is renewed for looking, for reading back and for taking down as well", async () => {
  const scene = await takenBack(), { post, publication } = await scene.due("Sunscreen belongs on the ears, too."), on = { params: { publication } };
  there.fail({ on: "commit", kind: "cut-after" });
  await others(scene, "x-access");
  await scene.turn(publication);
  await others(scene, "taken-back");
  scene.clock.minutes += 1;
  await scene.turn(publication);
  expect((await scene.show(post)).state).toBe("published");
  await others(scene, "taken-back");
  expect((await scene.ask("editor", routes.publications.readBack, publications.readBack, on)).readBack).toMatchObject({ state: "as-approved" });
  await others(scene, "taken-back");
  expect(await scene.ask("editor", routes.publications.takeDown, publications.takeDown, on)).toMatchObject({ state: "removed" });
  expect((await scene.connection())!.turn).toBe(4);
});

test("and for testing the connection", async () => {
  const scene = await takenBack(), { channel } = scene;
  expect(await scene.ask("contributor", routes.connections.test, connections.test, { params: { channel } })).toMatchObject({ state: "connected", says: null, described: { can: expect.arrayContaining(["publish"]) } });
  expect((await scene.connection())!.turn).toBe(2);
});

test("where nothing can be renewed the first no counts", async () => {
  const fixture = mastodonFixture(there.address), scene = await onANetwork("mastodon", { ...fixture, credentials: { ...fixture.credentials, access: "taken-back" } }, there), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  await scene.turn(publication);
  expect([await scene.attempts(post), (await scene.connection())!.state]).toEqual([["prepare prepared", "commit refused auth"], "needs-sign-in"]);
});
