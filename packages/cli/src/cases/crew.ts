import { Worker } from "node:worker_threads";
import type { Line } from "../input/lines.ts";
import { Refusal } from "../refusal.ts";
import type { CaseAnswer } from "./case.ts";
import type { CaseSettings } from "./judge-lines.ts";

interface Waiting {
  resolve(answers: CaseAnswer[]): void;
  reject(error: unknown): void;
}

/** Enough that no worker waits for the reader, few enough that memory stays flat. */
const BATCHES_A_WORKER = 3;

/** Worker threads that answer batches of lines; what comes out stands in the order of what went in. */
export class Crew {
  private readonly workers: { worker: Worker; waiting: Waiting[] }[];

  constructor(jobs: number, settings: CaseSettings) {
    this.workers = Array.from({ length: jobs }, () => hire(settings));
  }

  async *answer(batches: AsyncIterable<Line[]>): AsyncGenerator<{ lines: Line[]; answers: CaseAnswer[] }> {
    const most = this.workers.length * BATCHES_A_WORKER;
    const queue: { lines: Line[]; answers: Promise<CaseAnswer[]> }[] = [];
    for await (const lines of batches) {
      queue.push({ lines, answers: this.give(lines) });
      if (queue.length >= most) yield settled(queue.shift()!);
    }
    for (const next of queue) yield settled(next);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map(({ worker }) => worker.terminate()));
  }

  private give(lines: Line[]): Promise<CaseAnswer[]> {
    const idlest = this.workers.reduce((least, next) => (next.waiting.length < least.waiting.length ? next : least));
    const answers = new Promise<CaseAnswer[]>((resolve, reject) => idlest.waiting.push({ resolve, reject }));
    // A failure is met when its turn comes; until then it must not count as unhandled.
    answers.catch(() => undefined);
    idlest.worker.postMessage(lines);
    return answers;
  }
}

async function settled({ lines, answers }: { lines: Line[]; answers: Promise<CaseAnswer[]> }): Promise<{ lines: Line[]; answers: CaseAnswer[] }> {
  return { lines, answers: await answers };
}

function hire(settings: CaseSettings): { worker: Worker; waiting: Waiting[] } {
  const waiting: Waiting[] = [];
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: settings });
  worker.on("message", (answers: CaseAnswer[] | { refusal: string }) => {
    const one = waiting.shift();
    if (Array.isArray(answers)) one?.resolve(answers);
    else one?.reject(new Refusal(answers.refusal));
  });
  worker.on("error", (error) => waiting.splice(0).forEach((one) => one.reject(error)));
  return { worker, waiting };
}
