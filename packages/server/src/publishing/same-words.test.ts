import { afterEach, beforeEach, expect, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { facebook, facebookFixture } from "../../test-support/stand-ins/facebook.ts";
import { openStandIns, type OpenStandIns } from "../../test-support/stand-ins/stand-in.ts";

const WORDS = "Flu shots on Monday, from nine to five.";
let there: OpenStandIns;
beforeEach(async () => { there = await openStandIns([facebook]); });
afterEach(() => there.close());

/** Two posts with the same words, due minutes apart on one Page. */
async function twins() {
  const scene = await onANetwork("facebook", facebookFixture, there), one = await scene.due(WORDS);
  scene.clock.minutes -= 60;
  const other = await scene.due(WORDS);
  const states = async () => [(await scene.show(one.post)).state, (await scene.show(other.post)).state], ids = async () => [(await scene.show(one.post)).url, (await scene.show(other.post)).url];
  const looks = async (publication: string) => { for (const _ of [1, 2, 3]) { scene.clock.minutes += 3; await scene.turn(publication); } };
  return { ...scene, one: one.publication, other: other.publication, post: other.post, states, ids, looks };
}

test("what did not go out is not taken for the same words of another post, and goes out once", async () => {
  const { turn, one, other, looks, states, ids } = await twins();
  await turn(one);
  there.fail({ on: "commit", kind: "cut-before" });
  await turn(other);
  expect([await states(), there.world.effects.length]).toEqual([["published", "unknown"], 1]);
  await looks(other);
  expect([await states(), there.world.effects.length, new Set(await ids()).size]).toEqual([["published", "published"], 2, 2]);
});

test("what did go out is found beside the same words of another post", async () => {
  const { turn, one, other, looks, states, ids } = await twins();
  await turn(one);
  there.fail({ on: "commit", kind: "cut-after" });
  await turn(other);
  await looks(other);
  expect([await states(), there.world.effects.length, new Set(await ids()).size]).toEqual([["published", "published"], 2, 2]);
});

test("where two are looked for and one is there, neither is guessed: a person is asked", async () => {
  const { turn, one, other, post, looks, states, show } = await twins();
  there.fail({ on: "commit", kind: "cut-before" });
  await turn(one);
  there.fail({ on: "commit", kind: "cut-after" });
  await turn(other);
  await looks(one);
  await looks(other);
  const { attempts, byHand } = await show(post);
  expect([await states(), there.world.effects.length, attempts.at(-1)!.outcome, attempts.at(-1)!.says, byHand]).toEqual([["unknown", "unknown"], 1, "cannot-tell", expect.stringContaining("it could be another one"), expect.stringContaining("Look")]);
});
