import { routes } from "@chaperone/contract";
import { serve } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { atADesk, statesOf } from "../../test-support/at-a-desk.ts";
import { freePort } from "../../test-support/free-port.ts";
import { openMemory } from "../../test-support/memory.ts";
import { makeApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { openNetworks } from "../networks/networks.ts";
import { connections } from "./routes.ts";

async function aDeskAt(environment: Record<string, string>) {
  const config = readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "silent", ...environment });
  const networks = openNetworks({ allowPrivate: config.allowPrivateHosts });
  const desk = await aDesk(await openMemory(), { config, networks });
  return { desk, practice: await aPractice(desk) };
}
const reach = async (practice: APractice) => (await practice.ask("owner", routes.connections.reach, connections.reach, {})).reach;
const list = (practice: APractice) => practice.ask("viewer", routes.connections.list, connections.list, {});

test("nobody is told that networks can fetch pictures before it was tried", async () => {
  const { practice } = await aDeskAt({ PUBLIC_URL: "https://desk.seapine.example" });
  expect((await list(practice)).reach).toEqual({ address: "https://desk.seapine.example", isReachable: null, says: "This was not tried yet." });
});

test.each([[{}, /PUBLIC_URL is not set/], [{ PUBLIC_URL: "http://desk.seapine.example" }, /over https only/], [{ PUBLIC_URL: "https://192.168.1.20" }, /inside a private network/], [{ PUBLIC_URL: "https://desk.local" }, /inside a private network/]])(
  "without a public https address it says so: %o", async (environment, says) => {
    const { practice } = await aDeskAt(environment as Record<string, string>);
    expect(await reach(practice)).toMatchObject({ isReachable: false, says: expect.stringMatching(says) });
  });

test("a desk that answers at its own address says what this proves, and remembers it", async () => {
  const port = await freePort(), { desk, practice } = await aDeskAt({ PUBLIC_URL: `http://127.0.0.1:${port}`, ALLOW_PRIVATE_HOSTS: "yes" }), nothing = await reach(practice);
  const server = serve({ fetch: makeApp(desk).fetch, port, hostname: "127.0.0.1" });
  onTestFinished(() => { server.close(); });
  expect([nothing.isReachable, nothing.says]).toEqual([false, expect.stringMatching(/Nothing answered/)]);
  expect(await reach(practice)).toMatchObject({ isReachable: true, says: expect.stringMatching(/a desk cannot prove/) });
  expect((await list(practice)).reach.isReachable).toBe(true);
});

test("something else at that address is not taken for the desk", async () => {
  const stranger = serve({ fetch: () => new Response("Welcome to nginx!"), port: 0, hostname: "127.0.0.1" });
  onTestFinished(() => { stranger.close(); });
  await new Promise((done) => { stranger.once("listening", done); });
  const { practice } = await aDeskAt({ PUBLIC_URL: `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`, ALLOW_PRIVATE_HOSTS: "yes" });
  expect(await reach(practice)).toMatchObject({ isReachable: false, says: expect.stringMatching(/not with the picture/) });
});

test("in silence what was planned is held, and goes back on the calendar when the practice speaks again", async () => {
  const { practice, write, submit, decide, show, recorded } = await atADesk(), { id } = await write("editor", "Our new treatment room opens on Monday. Come and see it.");
  await submit("editor", id);
  await decide("compliance", await show(id));
  expect(statesOf(await show(id))).toEqual([["scheduled", null]]);
  const silent = await practice.ask("editor", routes.connections.beSilent, connections.beSilent, { body: { why: "A storm is coming." } });
  expect(silent).toMatchObject({ since: expect.any(String), why: "A storm is coming." });
  expect(await practice.ask("editor", routes.connections.beSilent, connections.beSilent, { body: { why: "The storm is here." } })).toEqual({ since: silent.since, why: "The storm is here." });
  expect([statesOf(await show(id))[0]![0], (await list(practice)).silence.why]).toEqual(["held", "The storm is here."]);
  expect(await practice.ask("editor", routes.connections.speakAgain, connections.speakAgain, {})).toEqual({ since: null, why: "" });
  expect(statesOf(await show(id))).toEqual([["scheduled", null]]);
  expect([await recorded("practice.silent"), await recorded("practice.speaks-again")].map((entries) => entries.length)).toEqual([2, 1]);
  expect(JSON.stringify(await recorded("practice.silent"))).not.toContain("storm");
});

test("every network says how one connects, and what to know before", async () => {
  const { practice } = await aDeskAt({ PUBLIC_URL: "https://desk.seapine.example" }), { networks } = await list(practice);
  for (const { network, steps, ways } of networks) for (const told of ways.length > 0 ? ways.map((way) => way.steps) : [steps]) expect([network, told.length > 0]).toEqual([network, true]);
  expect(networks.find(({ network }) => network === "manual")!.by).toBe("nothing");
});
