/** `kill -9` at random moments while people write. What was acknowledged is there, the record is whole, and the desk starts by itself. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ADesk, aDesk, aText } from "./support/a-desk.ts";
import { type Caller, caller } from "./support/caller.ts";
import { removeDataDir, type RunningDesk, startDesk } from "./support/running-desk.ts";

const KILLS = Number(process.env.KILLS ?? 50);
/** Long enough for some saves, short enough to hit every stage of one. */
const LONGEST_MS = 600;

let desk: ADesk, posts: string[];

beforeAll(async () => {
  desk = await aDesk();
  const { owner: { caller: api }, practice } = desk;
  posts = await Promise.all(["one", "two", "three"].map(async (title) => (await api.posts.create({ params: { practice }, body: { title, content: aText("Begun.") } })).id));
});
afterAll(() => removeDataDir(desk.dataDir));

/** The last text of each post that the desk said it had kept, and the one that was under way when it died. */
interface Hand { post: string; revision: number; kept: string; tried: string }

async function write(api: Caller, practice: string, hand: Hand, isOver: () => boolean): Promise<void> {
  for (let number = 0; !isOver(); number += 1) {
    hand.tried = `Text ${number} of revision ${hand.revision}. We are open until six.`;
    try {
      const saved = await api.posts.save({ params: { practice, post: hand.post }, body: { revision: hand.revision, title: "Hours", content: aText(hand.tried), plannedFor: null } });
      Object.assign(hand, { revision: saved.revision, kept: hand.tried });
      if (number % 3 === 2) hand.revision = (await api.posts.submit({ params: { practice, post: hand.post }, body: { revision: hand.revision, askOf: null } })).revision;
    } catch { return; }
  }
}

test(`${KILLS} times killed: no acknowledged save is lost, and the record stays whole`, async () => {
  const { practice, dataDir } = desk;
  let running: RunningDesk = desk, api: Caller = desk.owner.caller, slowest = 0;
  const hands: Hand[] = posts.map((post) => ({ post, revision: 0, kept: "Begun.", tried: "" }));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    for (const hand of hands) {
      const now = await api.posts.show({ params: { practice, post: hand.post } });
      // A save may have been kept without its answer having got back: then the text is the one that was being tried.
      expect([hand.kept, hand.tried], `post after kill ${kill - 1}`).toContain(now.content.text);
      Object.assign(hand, { revision: now.revision, kept: now.content.text });
    }
    const { isIntact, journal } = await api.record.verify({ params: { practice } });
    expect({ isIntact, journal }, `record after kill ${kill - 1}`).toEqual({ isIntact: true, journal: "agrees" });

    let isOver = false;
    const writing = Promise.all(hands.map((hand) => write(api, practice, hand, () => isOver)));
    await new Promise((next) => { setTimeout(next, Math.random() * LONGEST_MS); });
    await running.kill();
    isOver = true;
    await writing;
    running = await startDesk({ dataDir });
    slowest = Math.max(slowest, running.startedInMs);
    api = caller(running.url, { session: api.session });
  }
  await running.stop();
  console.log(`${KILLS} kills, slowest start after one ${Math.round(slowest)} ms`);
}, 900_000);
