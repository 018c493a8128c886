/** Kills the publisher at every step of every network, lets the networks fail in every way, and looks whether each publication ended out exactly once or in a state that says the truth.
 *  `npm run crash-matrix [embedded|postgres] [-- --only=words --write --says]`; ends with 1 on any violation. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../src/config.ts";
import { asDesk } from "../src/database/tenant.ts";
import type { Desk } from "../src/desk.ts";
import { openDesk, serve } from "../src/start.ts";
import { freePort } from "../test-support/free-port.ts";
import { type Case, CASES } from "./cases.ts";
import { openOthers, type Others } from "./others.ts";
import { type Kind, KINDS, makePlace, type Place } from "./place.ts";
import { type Ground, layGround, type Planned, planPosts, signIn } from "./seed.ts";
import { tableOf, type Told } from "./table.ts";
import { keepWorkers } from "./workers.ts";

const asked = process.argv.slice(2), kinds = KINDS.filter((kind) => !asked.some((word) => (KINDS as readonly string[]).includes(word)) || asked.includes(kind));
const only = asked.find((word) => word.startsWith("--only="))?.slice("--only=".length), cases = CASES.filter(({ name }) => !only || name.includes(only));
/** A publication that is not settled by then has been forgotten. */
const PATIENCE_MS = 120_000, WORKERS = 3;

/** A desk on the embedded database has one process, so whoever plans leaves before the worker comes. */
async function atDesk<Result>(place: Place, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  const desk = await openDesk(readConfig(place.environment));
  try { return await work(desk); } finally { await desk.close(); }
}

async function runCase(place: Place, others: Others, ground: Ground, one: Case): Promise<Told[]> {
  const { standIns, all } = others;
  standIns.forget();
  const planned = await atDesk(place, async (desk) => {
    await signIn(desk, ground, all);
    return planPosts({ ...ground, practice: ground.practice.at(desk) }, all, 1_500);
  });
  for (const { network } of all) for (const fault of one.faults ?? []) standIns.fail({ ...fault, network });
  const workers = keepWorkers(place.kind === "embedded" ? 1 : WORKERS, {
    ...place.environment, CRASHED: join(mkdtempSync(join(tmpdir(), "chaperone-crashed-")), "marks"), ...(one.diesAt ? { CRASH_AT: one.diesAt } : {}),
  });
  await settled(workers, others, one);
  await workers.stop();
  return atDesk(place, (desk) => tell(desk, others, planned));
}

async function settled(workers: ReturnType<typeof keepWorkers>, { standIns: { world } }: Others, { isKilledHanging }: Case): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let quiet = 0;
  while (Date.now() < until && quiet < 4) {
    await new Promise((done) => { setTimeout(done, 100); });
    if (isKilledHanging && world.hanging.length > 0) { world.hanging.length = 0; workers.kill(); }
    quiet = workers.left() === 0 ? quiet + 1 : 0;
  }
}

async function tell(desk: Desk, { standIns: { world } }: Others, planned: Planned[]): Promise<Told[]> {
  const rows = await asDesk(desk.database.db, (tx) => tx.selectFrom("publications").select(["id", "state", "failed_kind", "held_why", "next_at", "says"]).where("id", "in", planned.map(({ publication }) => publication)).execute());
  return planned.map(({ network, publication, sign }) => {
    const { state, failed_kind, held_why, next_at, says } = rows.find(({ id }) => id === publication)!, times = world.effects.filter((effect) => effect.network === network && effect.text.includes(sign) && !effect.isRemoved).length;
    return { network, state, why: failed_kind ?? held_why, times, isPending: next_at !== null, says };
  });
}

let violations = 0;
const parts: string[] = [];
for (const kind of kinds) {
  const others = await openOthers(), port = await freePort();
  const place = await makePlace(kind as Kind, { STAND_INS: others.standIns.address, ALLOW_PRIVATE_HOSTS: "yes", PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, SERVES: kind === "embedded" ? "yes" : "" });
  const ground = await atDesk(place, (desk) => layGround(desk, others.all));
  // On PostgreSQL the pages, and the pictures that networks fetch, come from a process of their own.
  const web = kind === "postgres" ? await serve(readConfig(place.environment), { isAlone: false }) : undefined;
  const rows: { name: string; told: Told[] }[] = [];
  for (const one of cases) {
    const begun = Date.now(), told = await runCase(place, others, ground, one), { line, wrong } = tableOf.row(one.name, told);
    rows.push({ name: one.name, told });
    violations += wrong;
    if (asked.includes("--says")) for (const { network, says } of told) if (says) console.log(`  ${network}: ${says}`);
    console.log(`${kind.padEnd(9)} ${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`);
  }
  parts.push(tableOf.markdown(kind as Kind, rows));
  await web?.stop();
  await others.close();
  place.remove();
}
if (asked.includes("--write")) writeFileSync(join(import.meta.dirname, "../../../docs/crash-matrix.md"), tableOf.page(parts, violations));
console.log(violations === 0 ? "Every publication ended out exactly once, or in a state that says the truth." : `${violations} publications did not end as they should.`);
process.exit(violations === 0 ? 0 : 1);
