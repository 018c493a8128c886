import { parentPort, workerData } from "node:worker_threads";
import type { Line } from "../input/lines.ts";
import { openJudge } from "../judge.ts";
import { Refusal } from "../refusal.ts";
import type { CaseAnswer } from "./case.ts";
import { judgeLines } from "./judge-lines.ts";
import type { CaseSettings } from "./judge-lines.ts";

/** One core's share: lines come in, answers go back in the order in which the lines came. */
const settings = workerData as CaseSettings;
const judge = openJudge(settings.isFast);
judge.catch(() => undefined);

/** The second reader waits now and then, and a short batch must not overtake a long one meanwhile. */
let before = Promise.resolve();

parentPort!.on("message", (lines: Line[]) => {
  before = before.then(async () => parentPort!.postMessage(await answer(lines)));
});

/** A refusal travels as its sentence, since a class does not survive the way between threads. */
async function answer(lines: Line[]): Promise<CaseAnswer[] | { refusal: string }> {
  try {
    return await judgeLines(lines, await judge, settings);
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
