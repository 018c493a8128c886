import { expect, onTestFinished, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { openSlowLine } from "../../test-support/stand-ins/slow-line.ts";
import { openStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { tiktokFixture, tiktokStandIn } from "../../test-support/stand-ins/tiktok.ts";
import { youtubeFixture, youtubeStandIn } from "../../test-support/stand-ins/youtube.ts";
import { USUAL_PACE } from "./pace.ts";

/** A line that needs longer for a part than an answer may take, and longer for a step than the lease lasts. */
const RATE = 5_000_000, HASTY = { ...USUAL_PACE, leaseMs: 900, callMs: 300 };
const video = (size: number) => ({ type: "video/mp4", bytes: new Uint8Array(size) });

test.each([["youtube", youtubeFixture, youtubeStandIn], ["tiktok", tiktokFixture, tiktokStandIn]] as const)("a video goes up to %s over a slow line, in the hands of one worker, and comes out once", async (network, fixture, standIn) => {
  const there = await openStandIns([standIn]), line = await openSlowLine(there, RATE);
  onTestFinished(async () => { line.close(); await there.close(); });
  const scene = await onANetwork(network, fixture, { address: line.address, clock: there.clock }, { pace: HASTY });
  const { post, publication } = await scene.due("Sunscreen belongs on the ears, too.", { title: "Sunscreen", media: [video(17_000_000)] });
  let isOver = false;
  const one = (async () => { while ((await scene.show(post)).state !== "published" && (await scene.attempts(post)).length < 9) { await scene.turn(publication); scene.clock.minutes += 0.05; } isOver = true; })();
  // Another one that looks for work finds it in somebody's hands all the while.
  while (!isOver) { await scene.turn(publication); await new Promise((done) => { setTimeout(done, 100); }); }
  await one;
  expect([(await scene.show(post)).state, there.world.effects.length]).toEqual(["published", 1]);
  expect((await scene.attempts(post)).filter((end) => !/^(prepare (waiting|prepared)|commit committed)$/.test(end))).toEqual([]);
}, 60_000);
