/** `npm run bench:start`: how long the desk takes from nothing to its first page, in an empty data directory and in one that was used. */
import { loadavg } from "node:os";
import { makeDataDir, removeDataDir, startDesk } from "../test/system/support/running-desk.ts";

const ROUNDS = 3, BOUND_MS = 3_000;

async function start(dataDir: string): Promise<number> {
  const begun = performance.now(), desk = await startDesk({ dataDir, env: { LOG_LEVEL: "silent" } });
  const page = await fetch(desk.url);
  if (!page.ok) throw new Error(`The first page answered ${page.status}: run \`npm run build\`.`);
  await page.text();
  const took = performance.now() - begun;
  await desk.stop();
  return took;
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
const first: number[] = [], again: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const dataDir = makeDataDir();
  first.push(await start(dataDir));
  again.push(await start(dataDir));
  removeDataDir(dataDir);
}
const says = (times: number[]): string => `${Math.round(median(times))} ms (${times.map(Math.round).join(", ")})`;
console.log(`first start  ${says(first)}\nlater start  ${says(again)}\nbound        ${BOUND_MS} ms; load of this machine ${loadavg()[0]!.toFixed(1)}`);
