/** A worker of a trial: the real publisher at a brisk pace, in a process that can be killed, or kills itself where it is told to. Says on its first line that it is up, then how much is left. */
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { readConfig } from "../src/config.ts";
import { asDesk } from "../src/database/tenant.ts";
import { WORKED_ON } from "../src/publishing/claim.ts";
import type { Moment, Pace } from "../src/publishing/pace.ts";
import { serve, work } from "../src/start.ts";
import { briskPace } from "./brisk-pace.ts";

const { CRASH_AT: moment, CRASHED: file = "", PACE } = process.env;

/** Once for every publication: the file remembers across the lives of the process. */
function dieHere(at: Moment, publication: string): void {
  if (at !== moment) return;
  const mark = `${publication}\n`;
  if (existsSync(file) && readFileSync(file, "utf8").includes(mark)) return;
  appendFileSync(file, mark);
  process.kill(process.pid, "SIGKILL");
}

const pace: Pace = { ...briskPace, ...JSON.parse(PACE ?? "{}") as Partial<Pace>, passes: dieHere };
// The one process of an embedded database also answers the networks that fetch pictures.
const { desk, stop } = process.env.SERVES ? await serve(readConfig(), { pace }) : await work(readConfig(), { pace });
console.log(JSON.stringify({ up: true }));

/** What still has something to do by itself soon; a network may be looked at again in minutes, and that is no part of a trial. */
const SOON_MS = 8_000;
setInterval(async () => {
  const left = await asDesk(desk.database.db, (tx) => tx.selectFrom("publications").select(({ fn }) => fn.countAll<number>().as("count")).where("state", "in", WORKED_ON).where("next_at", "<", new Date(Date.now() + SOON_MS).toISOString()).executeTakeFirstOrThrow()).catch(() => null);
  if (left) console.log(JSON.stringify({ left: Number(left.count) }));
}, 500);
process.once("SIGTERM", () => { void stop().then(() => process.exit(0)); });
