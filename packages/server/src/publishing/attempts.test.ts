import { routes } from "@chaperone/contract";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { xFixture, xStandIn } from "../../test-support/stand-ins/x.ts";
import { asDesk } from "../database/tenant.ts";
import { Refusal } from "../http/refusal.ts";
import { beginAttempt, closeForgotten } from "./attempts.ts";
import { publications } from "./routes.ts";

let there: OpenStandIns;
beforeEach(async () => { there = await openStandIns([xStandIn()]); });
afterEach(() => there.close());

async function published() {
  const scene = await onANetwork("x", xFixture, there), { post, publication } = await scene.due("Sunscreen belongs on the ears, too.");
  await scene.turn(publication);
  const ends = async () => (await scene.show(post)).attempts.slice(2).map(({ step, outcome, kind, endedAt, says }) => [step, outcome, kind, endedAt !== null && says !== null]);
  return { ...scene, publication, on: { params: { publication } }, ends };
}

test("a read-back or a take-down that is refused has an end, with its reason", async () => {
  const scene = await published(), { on } = scene;
  for (const [step, route, handler] of [["read-back", routes.publications.readBack, publications.readBack], ["remove", routes.publications.takeDown, publications.takeDown]] as const) {
    there.fail({ on: step, kind: "permission" });
    await expect(scene.ask("editor", route, handler, on)).rejects.toThrow(Refusal);
  }
  await asDesk(scene.desk.database.db, (tx) => tx.updateTable("connections").set({ state: "needs-sign-in" }).execute());
  await expect(scene.ask("editor", routes.publications.readBack, publications.readBack, on)).rejects.toThrow(Refusal);
  expect(await scene.ends()).toEqual([["read-back", "refused", "permission", true], ["remove", "refused", "permission", true], ["read-back", "refused", null, true]]);
});

test("a take-down after which the network cannot be read is not known to have happened, and says so", async () => {
  const scene = await published();
  there.fail({ on: "read-back", kind: "500-before" });
  await expect(scene.ask("editor", routes.publications.takeDown, publications.takeDown, scene.on)).rejects.toThrow(Refusal);
  expect(await scene.ends()).toEqual([["remove", "unknown", null, true]]);
});

test("what died with its process is closed once nobody can be waiting for it", async () => {
  const scene = await published(), { desk, practice, clock, publication } = scene;
  await practice.as("editor", (inside) => beginAttempt(inside, publication, "read-back"), "write");
  await closeForgotten(desk);
  expect(await scene.ends()).toEqual([["read-back", null, null, false]]);
  clock.minutes += 31;
  await closeForgotten(desk);
  expect(await scene.ends()).toEqual([["read-back", "cut-off", null, true]]);
  await asDesk(desk.database.db, (tx) => tx.updateTable("publications").set({ worker: publication, worker_until: new Date(desk.now().getTime() + 7_200_000).toISOString() }).execute());
  await practice.as("editor", (inside) => beginAttempt(inside, publication, "read-back"), "write");
  clock.minutes += 31;
  await closeForgotten(desk);
  expect((await scene.ends()).at(-1)).toEqual(["read-back", null, null, false]);
});
