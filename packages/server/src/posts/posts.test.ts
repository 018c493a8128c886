import { type Post, routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { aContent, inHours } from "../../test-support/a-practice.ts";
import { atADesk, refusedAs, statesOf } from "../../test-support/at-a-desk.ts";
import { Refusal } from "../http/refusal.ts";
import { passMissed } from "./missed.ts";
import { posts } from "./routes.ts";
import { settleAll } from "./settle-all.ts";

const CLEAR = "Wear sunscreen on cloudy days too: clouds let most of the light through.";

test("a save from an older revision is refused with how it stands, and one that was answered but not heard is kept once", async () => {
  const { write, save, show } = await atADesk();
  const { id, revision } = await write("editor", CLEAR);
  expect(await save("editor", id, { content: { text: "Mine." } })).toMatchObject({ revision: revision + 1, state: "draft" });
  expect(await save("editor", id, { revision, content: { text: "Mine." } })).toMatchObject({ revision: revision + 1 });
  const refused = await save("contributor", id, { revision, content: { text: "Theirs." } }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect((refused as Refusal).problem).toMatchObject({ code: "changed-elsewhere", theirs: { revision: revision + 1, content: { text: "Mine." } } });
  expect((await show(id)).content.text).toBe("Mine.");
});

test("a post that nobody has named goes by its first words, whatever they become", async () => {
  const { write, save, show } = await atADesk();
  const { id, title, givenTitle } = await write("editor", "Sun and skin.");
  expect([title, givenTitle]).toEqual(["Sun and skin.", ""]);
  await save("editor", id, { title: givenTitle, content: { text: "Skin and sun." } });
  expect(await show(id)).toMatchObject({ title: "Skin and sun.", givenTitle: "" });
  await save("editor", id, { title: "Summer", content: { text: "Skin, sun and sea." } });
  expect((await show(id)).title).toBe("Summer");
});

test("an idea is an idea until somebody writes on it", async () => {
  const { ask, edit, show } = await atADesk();
  const { id, state } = await ask("contributor", routes.posts.create, posts.create, { body: { title: "Winter skin", isIdea: true } });
  expect(state).toBe("idea");
  await edit("editor", id, "Winter air is dry.");
  expect((await show(id)).state).toBe("draft");
});

test("a draft may be moved by its writer, what has been agreed on only by who may schedule", async () => {
  const { ask, write, submit, decide, save, show, recorded } = await atADesk();
  const { id } = await write("contributor", CLEAR), wish = inHours(60);
  expect(await save("contributor", id, { plannedFor: wish })).toMatchObject({ state: "draft" });
  const agreed = await decide("owner", await submit("contributor", id));
  expect(agreed.publications).toMatchObject([{ at: wish, state: "scheduled" }]);
  expect(await refusedAs(save("contributor", id, { plannedFor: inHours(70) }))).toBe("not-allowed");
  expect(await refusedAs(save("editor", id, { plannedFor: inHours(-1) }))).toBe("slot-passed");
  const later = inHours(80);
  expect(await save("editor", id, { plannedFor: later })).toMatchObject({ state: "scheduled" });
  expect(await show(id)).toMatchObject({ plannedFor: later, approvedBy: [{ name: "Ruth Adeyemi" }], publications: [{ id: agreed.publications[0]!.id, at: later }] });
  expect(await recorded("post.moved")).toMatchObject([{ facts: { from: wish, to: later } }]);

  expect(await ask("editor", routes.posts.unschedule, posts.unschedule, { params: { post: id } })).toMatchObject({ state: "approved", plannedFor: null, publications: [] });
  expect(await ask("editor", routes.posts.move, posts.move, { params: { post: id }, body: { at: inHours(30) } })).toMatchObject({ state: "scheduled", publications: [{ state: "scheduled" }] });
});

test("what the check holds has no agreed time, so its writer may still wish for another", async () => {
  const { write, submit, save } = await atADesk();
  const { id } = await submit("contributor", (await write("contributor", "The best dermatologist in Virginia.")).id);
  expect(await save("contributor", id, { plannedFor: inHours(90) })).toMatchObject({ state: "held" });
});

test("a key that may write but not schedule plans nothing", async () => {
  const { practice, write, submit, save } = await atADesk({ approvals: "when-risky" });
  const key = { ...practice.people.owner, kind: "key" as const, id: "a key", scopes: ["read" as const, "write" as const] };
  const made = await submit(key, (await write(key, CLEAR)).id);
  expect(made).toMatchObject({ state: "approved", publications: [] });
  expect(await refusedAs(save(key, made.id, { plannedFor: inHours(90) }))).toBe("not-allowed");
});

test("the bin takes a post off the calendar, and gives it back without its approvals", async () => {
  const { ask, practice, write, submit, decide, edit, schedule, show } = await atADesk();
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id)), params = { post: agreed.id };
  expect(await refusedAs(ask("contributor", routes.posts.remove, posts.remove, { params }))).toBe("not-allowed");
  await ask("editor", routes.posts.remove, posts.remove, { params });
  expect(await show(agreed.id)).toMatchObject({ publications: [], deletedAt: expect.any(String) });
  expect(await refusedAs(edit("editor", agreed.id, "Not here."))).toBe("already-done");
  expect(await refusedAs(schedule("owner", agreed))).toBe("already-done");
  await practice.as("owner", settleAll);
  expect(await ask("editor", routes.posts.restore, posts.restore, { params })).toMatchObject({ state: "waiting", approvedBy: [], deletedAt: null, publications: [] });
});

test("a list goes on where the page before ended, and finds words in titles and texts as they are written", async () => {
  const { ask, clock, write } = await atADesk();
  const list = (query: { q?: string; cursor?: string; limit?: number; state?: Post["state"]; deleted?: "yes" } = {}) => ask("viewer", routes.posts.list, posts.list, { query });
  for (const text of ["One", "Two", "100% cotton", "100 of us", "Five"]) { clock.hours += 1; await write("editor", text); }
  const first = await list({ limit: 2 }), second = await list({ limit: 2, cursor: first.next! }), third = await list({ limit: 2, cursor: second.next! });
  expect([first, second, third].map((page) => page.list.map(({ title }) => title))).toEqual([["Five", "100 of us"], ["100% cotton", "Two"], ["One"]]);
  expect(third.next).toBeNull();
  expect((await list({ q: "100%" })).list.map(({ title }) => title)).toEqual(["100% cotton"]);
  expect((await list({ q: "FIVE" })).list).toHaveLength(1);
  expect((await list({ state: "scheduled" })).list).toEqual([]);
  const [{ id }] = (await list({ q: "Five" })).list as [Post];
  await ask("editor", routes.posts.remove, posts.remove, { params: { post: id } });
  expect([(await list()).list.length, (await list({ deleted: "yes" })).list.map(({ title }) => title)]).toEqual([4, ["Five"]]);
  for (const cursor of ["nonsense", Buffer.from("9999-99-99T99:99:99.999Z 00000000-0000-0000-0000-000000000000").toString("base64url")]) expect(await refusedAs(list({ cursor }))).toBe("invalid-request");
});

test("what goes to two channels is out when both are, and the second keeps its time while the first is out", async () => {
  const { practice, write, submit, decide, markOut, show, ask, edit } = await atADesk();
  const second = await practice.addChannel("bluesky"), channels = [practice.channel, second];
  const { id, publications: planned } = await decide("owner", await submit("editor", (await write("editor", CLEAR, { channels })).id));
  expect(planned.map(({ channel }) => channel).sort()).toEqual(channels.sort());
  await markOut("editor", planned[0]!.id);
  expect(await show(id)).toMatchObject({ state: "scheduled" });
  expect(await refusedAs(edit("editor", id, "Other words."))).toBe("already-done");
  const later = inHours(90);
  await ask("editor", routes.posts.move, posts.move, { params: { post: id }, body: { at: later } });
  expect((await show(id)).publications.map(({ state, at }) => [state, at === later]).sort()).toEqual([["published", false], ["scheduled", true]]);
  await markOut("editor", planned[1]!.id);
  expect(await show(id)).toMatchObject({ state: "published" });
});

test("a channel that pauses holds what was to go there, and gives it back its place", async () => {
  const { practice, write, submit, decide, show } = await atADesk();
  const { id } = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  const pause = (paused: boolean) => practice.as("owner", async (inside) => {
    await inside.tx.updateTable("channels").set({ paused }).where("practice", "=", practice.id).execute();
    await settleAll(inside);
  });
  await pause(true);
  const held = await show(id);
  expect([held.state, held.heldWhy, statesOf(held)]).toEqual(["held", "channel-paused", [["held", "channel-paused"]]]);
  await pause(false);
  expect(statesOf(await show(id))).toEqual([["scheduled", null]]);
});

test("a slot that nobody filled within a day is missed, and the post asks for a new time", async () => {
  const { clock, desk, ask, write, submit, decide, show } = await atADesk();
  const { id } = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  clock.hours = 50;
  expect([await passMissed(desk), (await show(id)).state]).toEqual([0, "scheduled"]);
  clock.hours = 73;
  expect([await passMissed(desk), await passMissed(desk)]).toEqual([1, 0]);
  const missed = await show(id);
  expect([missed.state, missed.heldWhy, statesOf(missed)]).toEqual(["held", "slot-passed", [["missed", null]]]);
  expect(await ask("editor", routes.posts.move, posts.move, { params: { post: id }, body: { at: inHours(100) } })).toMatchObject({ state: "scheduled", publications: [{ state: "scheduled" }] });
});

test("versions are listed newest first with what the check said, and a check alone keeps nothing", async () => {
  const { ask, write, submit, edit } = await atADesk();
  const { id } = await submit("editor", (await write("editor", "The best dermatologist in Virginia.")).id);
  await edit("editor", id, CLEAR);
  await submit("editor", id);
  const all = await ask("viewer", routes.posts.versions, posts.versions, { params: { post: id } });
  expect(all.map(({ number, verdict, content }) => [number, verdict, content.text])).toEqual([[2, "clear", CLEAR], [1, "stop", "The best dermatologist in Virginia."]]);
  const checked = await ask("contributor", routes.posts.check, posts.check, { body: { content: aContent("Win a free BOTOX session! Like and share to enter our raffle.") } });
  expect(checked).toMatchObject({ verdict: "stop", fourEyes: true, peopleNeeded: 1, findings: [{ topic: "procedure-giveaway", channels: [], picture: null }] });
});

test("there is nothing to submit in an empty post, on a channel of somebody else, or for the eyes of someone who may not approve", async () => {
  const { practice, write, submit } = await atADesk();
  expect(await refusedAs(submit("editor", (await write("editor", "  ")).id))).toBe("invalid-request");
  expect(await refusedAs(submit("editor", (await write("editor", CLEAR, { channels: ["1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001"] })).id))).toBe("invalid-request");
  expect(await refusedAs(submit("editor", (await write("editor", CLEAR)).id, practice.people.viewer.id))).toBe("invalid-request");
});

test("the record holds hashes, codes and times of a post, and none of its words", async () => {
  const { practice, write, submit, edit } = await atADesk();
  const { id } = await submit("editor", (await write("editor", "So glad that you love your new nose, Anna, the best in Virginia!", { hashtags: ["noses"] })).id);
  await edit("editor", id, "Anna’s new nose, again.");
  const entries = await practice.as("owner", ({ tx }) => tx.selectFrom("record").select("entry").execute());
  expect(entries.map(({ entry }) => (JSON.parse(entry) as { action: string }).action)).toEqual(["post.created", "post.submitted", "post.held", "post.edited"]);
  expect(entries.map(({ entry }) => entry).join()).not.toMatch(/anna|nose/i);
});
