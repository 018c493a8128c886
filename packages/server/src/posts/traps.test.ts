/** Every way around the gate that we know of, tried through the handlers. */
import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { inHours } from "../../test-support/a-practice.ts";
import { atADesk, refusedAs, statesOf, type Who } from "../../test-support/at-a-desk.ts";
import { asDesk } from "../database/tenant.ts";
import { keepUp, recheckForPack } from "./rules-changed.ts";
import { posts } from "./routes.ts";
import { settleAll } from "./settle-all.ts";

const CLEAR = "Wear sunscreen on cloudy days too: clouds let most of the light through.";
const QUESTION = "Swipe for before and after photos of her tummy tuck.", QUESTION_RULE = "before-after/photo";
const STOP = "The best dermatologist in Virginia.", STOP_RULE = "superiority-claim/best";

test("a post is written, submitted, approved, and on the calendar by that", async () => {
  const { practice, write, submit, decide, recorded } = await atADesk();
  const written = await write("contributor", CLEAR);
  expect(written).toMatchObject({ state: "draft", title: "Wear sunscreen on cloudy days too: clouds let most of the…", verdict: null });
  const asked = await submit("contributor", written.id, practice.people.owner.id);
  expect(asked).toMatchObject({ state: "waiting", verdict: "clear", askedOf: { name: "Ruth Adeyemi" }, receipt: { peopleNeeded: 1, fourEyes: false }, publications: [] });
  const approved = await decide("owner", asked);
  expect(approved).toMatchObject({ state: "scheduled", approvedBy: [{ name: "Ruth Adeyemi" }], publications: [{ state: "scheduled", at: written.plannedFor }] });
  expect([await recorded("post.submitted"), await recorded("post.approved"), await recorded("post.scheduled")].map((entries) => entries.length)).toEqual([1, 1, 1]);
});

test("a stop holds the post, and so does a question without a reason", async () => {
  const { write, submit, decide, edit, schedule } = await atADesk();
  const stopped = await submit("editor", (await write("editor", STOP)).id);
  expect(stopped).toMatchObject({ state: "held", heldWhy: "stop", verdict: "stop", stops: 1, receipt: { fourEyes: true } });
  expect(stopped.says[0]).toMatchObject({ severity: "stop" });
  expect(await refusedAs(decide("owner", stopped))).toBe("needs-review");
  expect(await refusedAs(schedule("owner", stopped))).toBe("needs-review");
  await edit("editor", stopped.id, QUESTION);
  const questioned = await submit("editor", stopped.id);
  expect(questioned).toMatchObject({ state: "held", heldWhy: "question", questions: 1 });
  expect(await refusedAs(decide("owner", questioned))).toBe("needs-reason");
  expect(await refusedAs(schedule("owner", questioned))).toBe("needs-reason");
});

test("an approval that comes after the slot has passed puts nothing on the calendar, and asks for a new time", async () => {
  const { clock, write, submit, decide, schedule } = await atADesk();
  const asked = await submit("editor", (await write("editor", CLEAR)).id);
  clock.hours = 49;
  const late = await decide("owner", asked);
  expect(late).toMatchObject({ state: "held", heldWhy: "slot-passed", publications: [] });
  expect(await refusedAs(schedule("owner", late, inHours(48)))).toBe("slot-passed");
  expect(await schedule("editor", late, inHours(72))).toMatchObject({ state: "scheduled", approvedBy: [{ name: "Ruth Adeyemi" }] });
});

test("an owner gets no bypass: their own words with a question take somebody else's eyes", async () => {
  const { write, submit, decide, schedule } = await atADesk();
  const reasons = [{ rule: QUESTION_RULE, reason: "The pictures are of a model who signed for this." }];
  const asked = await submit("owner", (await write("owner", QUESTION, { reasons })).id);
  expect(asked).toMatchObject({ state: "waiting", receipt: { fourEyes: true } });
  expect(await refusedAs(decide("owner", asked))).toBe("own-post");
  expect(await refusedAs(schedule("owner", asked))).toBe("needs-approval");
  expect(await decide("compliance", asked)).toMatchObject({ state: "scheduled" });
});

test("who changed a word of it is no second pair of eyes, whoever submits it", async () => {
  const { write, submit, edit, decide } = await atADesk();
  const { id } = await write("editor", `${QUESTION} Come by.`, { reasons: [{ rule: QUESTION_RULE, reason: "A model who signed for this." }] });
  await edit("owner", id, QUESTION);
  const asked = await submit("editor", id);
  expect(await refusedAs(decide("owner", asked))).toBe("own-post");
  expect(await decide("compliance", asked)).toMatchObject({ state: "scheduled" });
});

test("a member who publishes regardless is refused at every door", async () => {
  const { write, submit, decide, schedule, markOut } = await atADesk();
  const asked = await submit("contributor", (await write("contributor", CLEAR)).id);
  expect(await refusedAs(decide("contributor", asked))).toBe("not-allowed");
  expect(await refusedAs(decide("editor", asked))).toBe("not-allowed");
  expect(await refusedAs(schedule("contributor", asked))).toBe("not-allowed");
  expect(await refusedAs(schedule("editor", asked))).toBe("needs-approval");
  const { publications: [publication] } = await decide("owner", asked);
  expect(await refusedAs(markOut("contributor", publication!.id))).toBe("not-allowed");
});

test("where clear posts take nobody, a contributor's still waits for someone who may schedule", async () => {
  const { write, submit, schedule } = await atADesk({ approvals: "when-risky" });
  const theirs = await submit("contributor", (await write("contributor", CLEAR)).id);
  expect(theirs).toMatchObject({ state: "approved", receipt: { peopleNeeded: 0 }, publications: [] });
  expect(await schedule("editor", theirs)).toMatchObject({ state: "scheduled" });
  expect(await submit("editor", (await write("editor", CLEAR)).id)).toMatchObject({ state: "scheduled" });
});

test("an edit after approval voids the approval, holds the slot, and is recorded once however often it is saved", async () => {
  const { write, submit, decide, edit, schedule, markOut, show, recorded } = await atADesk();
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  await edit("editor", agreed.id, `${CLEAR} Really.`);
  await edit("editor", agreed.id, `${CLEAR} Really, really.`);
  const edited = await show(agreed.id);
  expect(edited).toMatchObject({ state: "held", heldWhy: "edited", version: null, approvedBy: [], approvals: [{ lapsedWhy: "edited" }] });
  expect(statesOf(edited)).toEqual([["held", "edited"]]);
  expect(await refusedAs(markOut("owner", agreed.publications[0]!.id))).toBe("old-version");
  expect(await refusedAs(schedule("owner", agreed))).toBe("old-version");
  expect([await recorded("post.edited"), await recorded("post.held")].map((entries) => entries.length)).toEqual([1, 1]);

  const again = await submit("editor", agreed.id);
  expect(again).toMatchObject({ state: "waiting", versions: 2 });
  expect(await decide("owner", again)).toMatchObject({ state: "scheduled", publications: [{ state: "scheduled", version: again.version }] });
});

test("the words of before, brought back, have to be approved again", async () => {
  const { write, submit, decide, edit } = await atADesk();
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  await edit("editor", agreed.id, "Something else.");
  await edit("editor", agreed.id, CLEAR);
  const again = await submit("editor", agreed.id);
  expect(again).toMatchObject({ state: "waiting", version: agreed.version, versions: 1, approvedBy: [] });
  expect(await decide("owner", again)).toMatchObject({ state: "scheduled", publications: [{ id: agreed.publications[0]!.id }] });
});

test("an approval of an older version is refused", async () => {
  const { write, submit, decide, edit } = await atADesk();
  const first = await submit("editor", (await write("editor", CLEAR)).id);
  await edit("editor", first.id, `${CLEAR} Ask us.`);
  expect(await refusedAs(decide("owner", first))).toBe("old-version");
  const second = await submit("editor", first.id);
  expect(await refusedAs(decide("owner", first))).toBe("old-version");
  expect(await decide("owner", second)).toMatchObject({ state: "scheduled" });
});

test("when the approver is removed from the practice, what stood on their approval alone is held until somebody else approves", async () => {
  const { practice, write, submit, decide, show, markOut, recorded } = await atADesk();
  const agreed = await decide("compliance", await submit("editor", (await write("editor", CLEAR)).id));
  await practice.as("owner", async (inside) => {
    await inside.tx.updateTable("members").set({ removed_at: inside.now.toISOString() }).where("person", "=", practice.people.compliance.id).execute();
    await settleAll(inside);
  });
  const held = await show(agreed.id);
  expect(held).toMatchObject({ state: "waiting", heldWhy: "approver-left", approvedBy: [], approvals: [{ lapsedWhy: "approver-left" }] });
  expect(statesOf(held)).toEqual([["held", "approver-left"]]);
  expect(await recorded("post.held")).toMatchObject([{ facts: { why: "approver-left" } }]);
  expect(await refusedAs(markOut("owner", agreed.publications[0]!.id))).toBe("needs-approval");
  expect(await refusedAs(decide("compliance", held))).toBe("not-found");
  expect(await decide("owner", held)).toMatchObject({ state: "scheduled", publications: [{ id: agreed.publications[0]!.id, heldWhy: null }] });
});

const NO_SUNSCREEN = "title: We say sun protection\nmatch: phrase\nphrases: [wear sunscreen]\nseverity: stop\nwhat: We do not say that.\nwhy: The owner does not want it.\ninstead: Say sun protection.\nflag: [Wear sunscreen on cloudy days too., Please wear sunscreen., Wear sunscreen!]\npass: [Sun protection matters., See you soon., We are open.]\n";

test("when the rules change between approval and publication, it is checked again, held if it no longer passes, and told", async () => {
  const { desk, practice, write, submit, decide, show, markOut, edit, recorded } = await atADesk();
  await asDesk(desk.database.db, (tx) => tx.insertInto("webhooks").values({ id: randomUUID(), practice: practice.id, url: "https://example.com/hook", events: ["rules.changed", "post.held"], secret: desk.seal.seal("whsec_test") }).execute());
  const doomed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id)), fine = await decide("owner", await submit("editor", (await write("editor", "Our rooms are open on Saturdays.")).id));
  await practice.as("owner", async (inside) => {
    await inside.tx.insertInto("house_rules").values({ id: randomUUID(), practice: practice.id, name: "No sunscreen", yaml: NO_SUNSCREEN, enabled: true }).execute();
    await keepUp(inside);
  });
  const held = await show(doomed.id);
  expect(held).toMatchObject({ state: "held", heldWhy: "stop", verdict: "stop" });
  expect(statesOf(held)).toEqual([["held", "stop"]]);
  expect(await refusedAs(markOut("owner", doomed.publications[0]!.id))).toBe("needs-review");
  expect(await show(fine.id)).toMatchObject({ state: "scheduled", approvedBy: [{ name: "Ruth Adeyemi" }] });
  expect(await recorded("rules.changed")).toMatchObject([{ facts: { checked: 2, held: 1 } }]);
  const told = await asDesk(desk.database.db, (tx) => tx.selectFrom("deliveries").select(["event", "body"]).orderBy("event").execute());
  expect(told.map(({ event }) => event)).toEqual(["post.held", "rules.changed"]);
  expect(told.map(({ body }) => body).join()).not.toContain("sunscreen");

  await edit("editor", doomed.id, "Sun protection matters on cloudy days too.");
  expect(await decide("owner", await submit("editor", doomed.id))).toMatchObject({ state: "scheduled" });
});

test("rules that cannot be read let nothing pass: what was scheduled is held, and nothing new is submitted", async () => {
  const { practice, write, submit, decide, show } = await atADesk();
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  await practice.as("owner", async (inside) => {
    await inside.tx.insertInto("house_rules").values({ id: randomUUID(), practice: practice.id, name: "Broken", yaml: "phrases: [", enabled: true }).execute();
    await keepUp(inside);
  });
  const held = await show(agreed.id);
  expect([held.state, held.heldWhy, statesOf(held)]).toEqual(["held", "rules-changed", [["held", "rules-changed"]]]);
  const { id } = await write("editor", "Our rooms are open on Saturdays.");
  expect(await refusedAs(submit("editor", id))).toBe("not-checked");
  expect(await show(id)).toMatchObject({ state: "draft", version: null, versions: 0 });
});

test("a desk that starts with other rules checks everything again before anything goes out", async () => {
  const { desk, practice, write, submit, decide, show, markOut, recorded } = await atADesk();
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  // As if the last desk had run on the rules of another release.
  await asDesk(desk.database.db, (tx) => tx.updateTable("practices").set({ pack: "another release" }).execute());
  expect(await refusedAs(markOut("owner", agreed.publications[0]!.id))).toBe("rules-changed");
  await recheckForPack(desk);
  expect(await show(agreed.id)).toMatchObject({ state: "scheduled", receipt: { pack: (await practice.as("owner", ({ tx }) => desk.checker.packOf(tx, practice.id))) } });
  expect(await recorded("rules.changed")).toMatchObject([{ by: { name: "The desk" }, facts: { checked: 1, held: 0 } }]);
  await recheckForPack(desk);
  expect(await recorded("rules.changed")).toHaveLength(1);
});

test("a stop is overridden only by a second person who did not write it, and still takes an approval", async () => {
  const { practice, ask, write, submit, decide, show } = await atADesk();
  const stopped = await submit("editor", (await write("editor", STOP)).id);
  const askFor = (who: Who, reason = "The state board's register lists us as the only one.") => ask(who, routes.posts.askOverride, posts.askOverride, { params: { post: stopped.id }, body: { version: stopped.version!, rule: STOP_RULE, reason } });
  expect(await refusedAs(askFor("editor", "          "))).toBe("invalid-request");
  const asked = await askFor("owner");
  expect(await refusedAs(askFor("editor"))).toBe("already-done");
  const grant = (who: Who, granted = true) => ask(who, routes.posts.decideOverride, posts.decideOverride, { params: { post: stopped.id, override: asked.id }, body: { granted, note: "" } });
  expect(await refusedAs(grant("owner"))).toBe("own-post");
  expect(await refusedAs(grant("editor"))).toBe("not-allowed");
  expect(await grant("compliance")).toMatchObject({ granted: true, decidedBy: { name: "Dana Whitlock" } });
  expect(await refusedAs(grant("compliance"))).toBe("already-done");
  expect(await show(stopped.id)).toMatchObject({ state: "waiting", stops: 0 });
  expect(await decide("owner", stopped)).toMatchObject({ state: "scheduled" });

  await practice.as("owner", async (inside) => {
    await inside.tx.updateTable("members").set({ role: "viewer" }).where("person", "=", practice.people.compliance.id).execute();
    await settleAll(inside);
  });
  expect(await show(stopped.id)).toMatchObject({ state: "held", heldWhy: "stop" });
});

test("a return needs words, holds what was scheduled, and stands until the words change or its author thinks again", async () => {
  const { practice, write, submit, decide, show } = await atADesk();
  const second = await practice.join("compliance", "Omar Haddad");
  const agreed = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  expect(await refusedAs(decide("compliance", agreed, "returned", "  "))).toBe("invalid-request");
  const returned = await decide("compliance", agreed, "returned");
  expect(returned.state).toBe("returned");
  expect(statesOf(returned)).toEqual([["held", "returned"]]);
  await decide(second, returned);
  expect((await show(agreed.id)).state).toBe("returned");
  expect(await decide("compliance", returned)).toMatchObject({ state: "scheduled" });
  expect(await refusedAs(decide("compliance", returned))).toBe("already-done");
});

test("what was copied out by hand is out once, keeps its words, and cannot be binned", async () => {
  const { ask, write, submit, decide, edit, markOut, show } = await atADesk();
  const { id, publications: [publication] } = await decide("owner", await submit("editor", (await write("editor", CLEAR)).id));
  expect(await refusedAs(markOut("editor", publication!.id, "javascript:alert(1)"))).toBe("invalid-request");
  expect(await markOut("editor", publication!.id, "https://example.com/p/1")).toMatchObject({ state: "published", url: "https://example.com/p/1" });
  expect(await refusedAs(markOut("editor", publication!.id))).toBe("already-done");
  expect(await show(id)).toMatchObject({ state: "published" });
  expect(await refusedAs(edit("editor", id, "Other words."))).toBe("already-done");
  expect(await refusedAs(ask("owner", routes.posts.remove, posts.remove, { params: { post: id } }))).toBe("already-done");
  expect(await refusedAs(ask("owner", routes.posts.move, posts.move, { params: { post: id }, body: { at: inHours(90) } }))).toBe("already-done");
});
