/** The engine and its rules in a thread of their own: compiling them takes a moment in which nobody should have to wait for a letter. */
import type { Pack } from "@chaperone/engine";
import { check, loadPack, pillar } from "@chaperone/engine";
import json from "@chaperone/rules/pack.json";
import type { Answer, Job } from "./check-jobs.ts";
import { judge } from "./check-jobs.ts";

let pack: Pack | null = null, house = "";

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
});
