import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { aContent, aDesk, aPractice, inHours } from "../../test-support/a-practice.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Network } from "../networks/network.ts";
import { openNetworks } from "../networks/networks.ts";
import type { Outgoing } from "../networks/outgoing.ts";
import { refused } from "../networks/outcome.ts";
import { channels } from "../practices/channels.ts";
import { posts } from "../posts/routes.ts";
import { USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";
import { sweep } from "./publisher.ts";
import { publications } from "./routes.ts";

type Told = Awaited<ReturnType<Network["commit"]>>;

/** The other side, as far as the publisher can tell: a page of posts, and what it is to answer next. */
function aPage() {
  const there: { id: string; text: string }[] = [], answers: Told[] = [], calls: string[] = [], given: Outgoing["settings"][] = [];
  /** Answers what it was told to, after the effect; `absent` loses the call. */
  let isLost = false, pause: Promise<void> | undefined;
  const remoteOf = (key: string) => ({ is: "committed" as const, remote: { id: key, url: `https://page.example/${key}` } });
  const network: Network = {
    id: "bluesky", hosts: [], connect: { by: "nothing" },
    describe: async () => ({ is: "described", can: ["publish"], missing: [], notes: [] }),
    prepare: async () => { calls.push("prepare"); return { is: "prepared", kept: { container: "c-1" } }; },
    async commit(_session, { key, text, settings }, kept) {
      calls.push(`commit ${String(kept.container)}`);
      given.push(settings);
      await pause;
      const answer = answers.shift() ?? remoteOf(key);
      if (answer.is !== "refused" && !isLost) there.push({ id: key, text });
      return answer;
    },
    reconcile: async (_session, { key }) => { calls.push("reconcile"); return there.some(({ id }) => id === key) ? remoteOf(key) : { is: "absent" }; },
    readBack: async (_session, { id }) => { const found = there.find((one) => one.id === id); return found ? { is: "read", text: found.text, url: null, isPublic: true, pictures: 0 } : { is: "gone" }; },
    remove: async (_session, { id }) => { there.splice(there.findIndex((one) => one.id === id), 1); return { is: "removed" }; },
  };
  return { network, there, answers, calls, given, lose: (on: boolean) => { isLost = on; }, holdOn: (until: Promise<void>) => { pause = until; } };
}

describeOnEach("The publisher", (open) => {
  async function aScheduledPost(settings?: Record<string, string | boolean>) {
    const page = aPage(), clock = { minutes: 0 };
    const desk = await aDesk(await open(), { now: () => new Date(Date.now() + clock.minutes * 60_000), networks: openNetworks({ allowPrivate: false, networks: [page.network] }) });
    const practice = await aPractice(desk), { ask } = practice, channel = await practice.addChannel("bluesky");
    await asDesk(desk.database.db, (tx) => tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute());
    const at = inHours(1), made = await ask("editor", routes.posts.create, posts.create, { body: { title: "", content: aContent("Sunscreen belongs on the ears, too.", { channels: [channel], ...(settings ? { settings: { [channel]: settings } } : {}) }), plannedFor: at } });
    await ask("editor", routes.posts.submit, posts.submit, { params: { post: made.id }, body: { revision: made.revision, askOf: null } });
    const { version } = await ask("viewer", routes.posts.show, posts.show, { params: { post: made.id } });
    await ask("compliance", routes.posts.decide, posts.decide, { params: { post: made.id }, body: { version: version!, decision: "approved", note: "" } });
    await ask("editor", routes.posts.schedule, posts.schedule, { params: { post: made.id }, body: { version: version!, at } });
    const show = () => ask("viewer", routes.publications.ofPost, publications.ofPost, { params: { post: made.id } });
    const publication = (await show()).publications[0]!.id;
    const turn = () => publish(desk, { practice: practice.id, publication }, USUAL_PACE);
    const standing = async () => { const { post, publications: [one] } = await show(); return [post.state, post.heldWhy, one!.state]; };
    return { page, clock, desk, practice, ask, channel, post: made.id, version: version!, publication, show, turn, standing };
  }
  type Scene = Awaited<ReturnType<typeof aScheduledPost>>;
  const due = (scene: Pick<Scene, "clock">, minutes = 61): void => { scene.clock.minutes = minutes; };
  const row = async ({ desk, publication }: { desk: Desk; publication: string }) => (await asDesk(desk.database.db, (tx) => tx.selectFrom("publications").selectAll().where("id", "=", publication).executeTakeFirstOrThrow()));

  test("nothing happens before its time, and at its time it goes out once, is told and recorded", async () => {
    const scene = await aScheduledPost(), { page, turn, standing, show, desk, practice } = scene;
    await turn();
    expect([page.calls, await standing()]).toEqual([[], ["scheduled", null, "scheduled"]]);
    due(scene);
    await Promise.all(Array.from({ length: 5 }, turn));
    await turn();
    expect([page.calls, page.there.map(({ text }) => text), await standing()]).toEqual([["prepare", "commit c-1"], ["Sunscreen belongs on the ears, too."], ["published", null, "published"]]);
    const { publications: [one] } = await show();
    expect([one!.url?.startsWith("https://page.example/"), one!.attempts.map(({ step, outcome }) => [step, outcome])]).toEqual([true, [["prepare", "prepared"], ["commit", "committed"]]]);
    const told = await asDesk(desk.database.db, (tx) => tx.selectFrom("record").select("action").where("practice", "=", practice.id).orderBy("seq", "desc").limit(1).execute());
    expect(told).toEqual([{ action: "post.published" }]);
  });

  test("what was chosen in the post goes along, a content warning as it was checked; what stands on the channel alone does not", async () => {
    const scene = await aScheduledPost({ warning: "Sun and skin", card: true }), { page, turn, desk, channel } = scene;
    await asDesk(desk.database.db, (tx) => tx.updateTable("channels").set({ settings: JSON.stringify({ label: "none", warning: "Nobody has read this" }) as never }).where("id", "=", channel).execute());
    due(scene);
    await turn();
    expect(page.given).toEqual([{ warning: "Sun and skin", card: true }]);

    const plain = await aScheduledPost();
    await asDesk(plain.desk.database.db, (tx) => tx.updateTable("channels").set({ settings: JSON.stringify({ label: "nudity", warning: "Nobody has read this" }) as never }).where("id", "=", plain.channel).execute());
    due(plain);
    await plain.turn();
    expect(plain.page.given).toEqual([{}]);
  });

  test("an answer that never came is looked for, and found: it is out once", async () => {
    const scene = await aScheduledPost(), { page, turn, standing } = scene;
    due(scene);
    page.answers.push({ is: "unknown", says: "It did not say." });
    await turn();
    expect(await standing()).toEqual(["held", "unconfirmed", "unknown"]);
    await turn();
    expect(page.calls).toEqual(["prepare", "commit c-1"]);
    due(scene, 62);
    await turn();
    expect([page.calls.at(-1), page.there.length, await standing()]).toEqual(["reconcile", 1, ["published", null, "published"]]);
  });

  test("only two looks apart that find nothing let it be tried again", async () => {
    const scene = await aScheduledPost(), { page, turn, standing } = scene;
    due(scene);
    page.lose(true);
    page.answers.push({ is: "unknown", says: "It did not say." });
    await turn();
    page.lose(false);
    due(scene, 62);
    await turn();
    await turn();
    expect([page.calls, await standing()]).toEqual([["prepare", "commit c-1", "reconcile"], ["held", "unconfirmed", "unknown"]]);
    due(scene, 63);
    await turn();
    await turn();
    expect([page.calls, page.there.length, await standing()]).toEqual([["prepare", "commit c-1", "reconcile", "reconcile", "commit c-1"], 1, ["published", null, "published"]]);
  });

  test("who died after the intent was written left the unknown behind, and the sweep finds it", async () => {
    const scene = await aScheduledPost(), { page, desk, turn, standing, publication } = scene;
    due(scene);
    await asDesk(desk.database.db, async (tx) => {
      for (const state of ["preparing", "prepared", "committing"] as const) await tx.updateTable("publications").set({ state, worker: randomUUID(), worker_until: new Date(desk.now().getTime() + 5_000).toISOString(), first_tried_at: desk.now().toISOString() }).where("id", "=", publication).execute();
    });
    await turn();
    expect([page.calls, await sweep(desk)]).toEqual([[], 0]);
    due(scene, 62);
    expect(await sweep(desk)).toBe(1);
    await turn();
    expect(await standing()).toEqual(["held", "unconfirmed", "unknown"]);
    await turn();
    due(scene, 63);
    await turn();
    await turn();
    expect([page.calls, page.there.length, await standing()]).toEqual([["reconcile", "reconcile", "commit undefined"], 1, ["published", null, "published"]]);
  });

  test("who slept through the lease does not post when they wake, and what they do afterwards changes nothing", async () => {
    const scene = await aScheduledPost(), { page, turn, standing } = scene;
    due(scene);
    let wake = (): void => {};
    page.holdOn(new Promise((done) => { wake = done; }));
    const sleeper = turn();
    await expect.poll(() => page.calls.length).toBe(2);
    due(scene, 63);
    await turn();
    expect(await standing()).toEqual(["held", "unconfirmed", "unknown"]);
    wake();
    await sleeper;
    await turn();
    expect([page.there.length, await standing()]).toEqual([1, ["published", null, "published"]]);
  });

  test("a network that asks to wait gets its wait, and what it refuses for good is a person's to change", async () => {
    const scene = await aScheduledPost(), { page, turn, standing, ask, publication } = scene;
    due(scene);
    page.answers.push(refused("rate-limited", "Wait.", { retryAt: inHours(1.05) }), refused("content-rejected", "The page does not take it. Change the words.", { code: "17" }));
    await turn();
    expect([await standing(), (await row(scene)).next_at! > scene.desk.now().toISOString()]).toEqual([["scheduled", null, "prepared"], true]);
    due(scene, 64);
    await turn();
    expect(await standing()).toEqual(["held", "failed", "failed"]);
    expect((await row(scene))).toMatchObject({ failed_kind: "content-rejected", says: "The page does not take it. Change the words.", next_at: null });
    await ask("editor", routes.publications.tryAgain, publications.tryAgain, { params: { publication }, body: { at: inHours(2) } });
    expect(await standing()).toEqual(["scheduled", null, "scheduled"]);
    due(scene, 121);
    await turn();
    expect([page.there.length, await standing()]).toEqual([1, ["published", null, "published"]]);
  });

  test.each([
    ["the channel is paused", "channel-paused", ({ ask, channel }: Scene) => ask("owner", routes.channels.change, channels.change, { params: { channel }, body: { paused: true } })],
    ["the practice is silent", "silence", ({ desk, practice }: Scene) => asDesk(desk.database.db, (tx) => tx.updateTable("practices").set({ silent_since: desk.now().toISOString() }).where("id", "=", practice.id).execute())],
    ["the approver has left", "approver-left", ({ desk, practice }: Scene) => asDesk(desk.database.db, (tx) => tx.updateTable("members").set({ removed_at: desk.now().toISOString() }).where("person", "=", practice.people.compliance.id).execute())],
  ])("between prepared and the call, %s: nothing goes out", async (_, why, change) => {
    const scene = await aScheduledPost(), { page, desk, turn, publication, practice } = scene;
    due(scene);
    const paced = { ...USUAL_PACE, passes: () => {} };
    await asDesk(desk.database.db, async (tx) => { for (const state of ["preparing", "prepared"] as const) await tx.updateTable("publications").set({ state, first_tried_at: desk.now().toISOString() }).where("id", "=", publication).execute(); });
    await change(scene);
    await publish(desk, { practice: practice.id, publication }, paced);
    await turn();
    expect([page.there, (await row(scene)).state, (await row(scene)).held_why]).toEqual([[], "held", why]);
  });

  test("a slot that passed while nobody was there asks for a new time", async () => {
    const scene = await aScheduledPost(), { page, turn, standing } = scene;
    due(scene, 95);
    await turn();
    expect([page.calls, await standing()]).toEqual([[], ["held", "slot-passed", "missed"]]);
  });

  test("where nobody signed in it waits for a person", async () => {
    const scene = await aScheduledPost(), { page, desk, turn, standing, show } = scene;
    await asDesk(desk.database.db, (tx) => tx.updateTable("channels").set({ connected: false }).execute());
    due(scene);
    await turn();
    expect([page.calls, await standing(), (await show()).publications[0]!.byHand]).toEqual([[], ["scheduled", null, "scheduled"], "Its time has come. Copy the text, post it on Bluesky, then say here that it is out."]);
  });

  test("it is read back, taken down, and believed to be gone only when it is", async () => {
    const scene = await aScheduledPost(), { page, turn, ask, publication, standing } = scene, on = { params: { publication } };
    due(scene);
    await turn();
    expect((await ask("editor", routes.publications.readBack, publications.readBack, on)).readBack).toMatchObject({ state: "as-approved" });
    page.there[0]!.text = "Sunscreen belongs on the nose.";
    expect((await ask("editor", routes.publications.readBack, publications.readBack, on)).readBack).toMatchObject({ state: "differs", text: "Sunscreen belongs on the nose." });
    const down = await ask("editor", routes.publications.takeDown, publications.takeDown, on);
    expect([down.state, down.readBack?.state, page.there, await standing()]).toEqual(["removed", "gone", [], ["published", null, "removed"]]);
    await expect(ask("editor", routes.publications.takeDown, publications.takeDown, on)).rejects.toThrow();
  });

  test("a person who looked says whether it is there", async () => {
    const scene = await aScheduledPost(), { page, turn, ask, publication, standing } = scene;
    due(scene);
    page.answers.push({ is: "unknown", says: "It did not say." });
    await turn();
    await expect(ask("editor", routes.publications.markOut, publications.markOut, { params: { publication }, body: { url: null } })).rejects.toThrow();
    await ask("editor", routes.publications.lookedMyself, publications.lookedMyself, { params: { publication }, body: { isThere: true, url: "https://page.example/1" } });
    expect(await standing()).toEqual(["published", null, "published"]);
  });
});
