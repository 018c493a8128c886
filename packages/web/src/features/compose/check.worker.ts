/** The engine and its rules in a thread of their own: compiling them takes a moment in which nobody should have to wait for a letter. */
import type { Context, Pack } from "@chaperone/engine";
import { check, loadPack, pillar } from "@chaperone/engine";
import json from "@chaperone/rules/pack.json";
import type { Answer, Job } from "./check-jobs.ts";
import { judge } from "./check-jobs.ts";

let pack: Pack | null = null, house = "", isWarm = false;

/** Compiled once, and again only when the practice changes its own rules. */
function packFor(job: Job): Pack {
  const wanted = JSON.stringify(job.house);
  if (!pack || wanted !== house) { pack = loadPack(json as unknown as Parameters<typeof loadPack>[0], job.house); house = wanted; }
  return pack;
}

addEventListener("message", ({ data: job }: MessageEvent<Job>) => {
  let answer: Answer;
  try {
    const ready = packFor(job), start = performance.now();
    const { findings, verdict } = judge(job, (draft) => check(draft, job.context, ready));
    const proposed = pillar({ text: job.parts[0]?.text ?? "", surface: job.surface }, ready);
    const topics = Object.fromEntries([...ready.topics.values()].map(({ id, title }) => [id, title]));
    answer = { id: job.id, verdict, findings, pillar: proposed, pack: ready.hash, topics, took: performance.now() - start };
  } catch {
    // The text is somebody's: what is said is that it failed, never with which words.
    answer = { id: job.id, failed: true };
  }
  postMessage(answer);
  if (!isWarm && pack) { isWarm = true; warm(pack, job.context, TIMES); }
});

/** Code that has run a few times runs several times faster: the first texts checked are these, while nobody has typed yet. */
const SAMPLE = "So glad you love your new smile, Anna! Dr. Reyes is board certified, filler is 20% off until Friday, and results are guaranteed. Call (813) 555-0142 #skincare", TIMES = 40;

/** One at a time, so that a letter that is typed meanwhile waits for one of them at most. */
function warm(ready: Pack, context: Context, left: number): void {
  if (left === 0) return;
  try { check({ text: SAMPLE, surface: "post", inReplyTo: null }, context, ready); } catch { /* A check that breaks says so when it is asked for. */ return; }
  setTimeout(() => warm(ready, context, left - 1));
}
