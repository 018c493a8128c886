import { parentPort, workerData } from "node:worker_threads";
import type { Line } from "../input/lines.ts";
import { openJudge } from "../judge.ts";
import { judgeLines } from "./judge-lines.ts";
import type { CaseSettings } from "./judge-lines.ts";

/** One core's share: lines come in, answers go back in the order in which the lines came. */
const settings = workerData as CaseSettings;
const judge = openJudge(settings.isFast);

parentPort!.on("message", (lines: Line[]) => {
  void judge.then(async (ready) => parentPort!.postMessage(await judgeLines(lines, ready, settings)));
});
