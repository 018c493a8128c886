import { type Content, type Post, routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { aContent, aDesk, type APractice, aPractice } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import { describeOnEach, type Open } from "../../test-support/on-each.ts";
import { asDesk } from "../database/tenant.ts";
import { Refusal } from "../http/refusal.ts";
import { posts } from "../posts/routes.ts";
import { publications } from "../publishing/routes.ts";
import { addDays, dayOf, movedTo, startOf, sundayOf } from "./days.ts";
import { plan } from "./routes.ts";

const ZONE = "America/New_York";
const CLEAR = "Wear sunscreen on cloudy days too: clouds let most of the light through.", STOP = "The best dermatologist in Virginia.", QUESTION = "Swipe for before and after photos of her tummy tuck.";

/** A practice on the Tuesday after this one, at half past nine; the database's own clock, which the gate reads, goes on as it is. */
async function onATuesday(open: Open = openMemory) {
  const sunday = addDays(sundayOf(dayOf(new Date().toISOString(), ZONE)), 7), monday = addDays(sunday, 1), tuesday = addDays(monday, 1), clock = { now: new Date(movedTo(tuesday, "2026-01-01T14:30:00.000Z", ZONE)) };
  const desk = await aDesk(await open(), { now: () => clock.now }), practice = await aPractice(desk), { ask, channel } = practice;
  const at = (day: number, hour: number): string => movedTo(addDays(monday, day), `2026-01-01T${String(hour + 5).padStart(2, "0")}:00:00.000Z`, ZONE);
  const show = (post: string): Promise<Post> => ask("viewer", routes.posts.show, posts.show, { params: { post } });
  const write = (text: string, plannedFor: string | null, more: Partial<Content> = {}, who: Who = "editor"): Promise<Post> =>
    ask(who, routes.posts.create, posts.create, { body: { title: "", content: aContent(text, { channels: [channel], ...more }), plannedFor } });
  const submit = async (text: string, plannedFor: string | null, { more = {}, who = "editor", askOf = null }: { more?: Partial<Content>; who?: Who; askOf?: string | null } = {}): Promise<Post> => {
    const { id, revision } = await write(text, plannedFor, more, who);
    return ask(who, routes.posts.submit, posts.submit, { params: { post: id }, body: { revision, askOf } });
  };
  const approve = ({ id, version }: Post, who: Who = "owner"): Promise<Post> => ask(who, routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision: "approved", note: "" } });
  const goOut = async (post: Post): Promise<Post> => {
    for (const { id } of (await approve(post)).publications) await ask("editor", routes.publications.markOut, publications.markOut, { params: { publication: id }, body: { url: null } });
    return show(post.id);
  };
  return { ...practice, clock, sunday, monday, tuesday, at, write, submit, approve, goOut, today: (who: Who = "owner") => ask(who, routes.plan.today, plan.today, {}), approvals: (who: Who = "owner") => ask(who, routes.plan.approvals, plan.approvals, {}) };
}

type Who = Parameters<APractice["ask"]>[0];
const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id);

test("a practice without posts has an empty day, and an idea to begin with", async () => {
  const { today, tuesday, sunday } = await onATuesday();
  expect(await today()).toMatchObject({ date: tuesday, held: [], goingOut: [], waitingForMe: [], next: [], drafts: [], isEmpty: true, plan: { week: { from: sunday, wanted: 4, have: 0 }, share: { posts: 0, share: 0, isBroken: false }, swaps: [], gaps: [] } });
  expect((await today()).idea?.text.length).toBeGreaterThan(20);
});

test("what went out today stands there as out, and counts", async () => {
  const { today, submit, goOut, at } = await onATuesday(), out = await goOut(await submit(CLEAR, at(1, 10)));
  expect(out.state).toBe("published");
  const { goingOut, plan: { week } } = await today();
  expect(ids(goingOut)).toEqual([out.id]);
  expect([week.have, week.slots[0]]).toEqual([1, { day: expect.any(String) as string, post: out.id, state: "out", says: "out" }]);
});

test("only those wait for me on which I may decide", async () => {
  const { today, submit, people, at } = await onATuesday();
  const anyones = await submit(CLEAR, at(3, 9)), forDana = await submit(`${CLEAR} Hats help.`, at(3, 10), { askOf: people.compliance.person });
  expect(ids((await today("owner")).waitingForMe)).toEqual([anyones.id]);
  expect(new Set(ids((await today("compliance")).waitingForMe))).toEqual(new Set([anyones.id, forDana.id]));
  for (const role of ["editor", "contributor", "viewer"] as const) expect((await today(role)).waitingForMe).toEqual([]);
});

test("the author does not find their own post among what waits for them where four eyes are asked for", async () => {
  const { submit, at, approvals } = await onATuesday(), reasons = [{ rule: "before-after/photo", reason: "A model who signed for this." }];
  const own = await submit(QUESTION, at(3, 9), { who: "owner", more: { reasons } });
  expect(own).toMatchObject({ state: "waiting", receipt: { fourEyes: true } });
  expect((await approvals("owner")).mine).toEqual([]);
  expect(ids((await approvals("owner")).others)).toEqual([own.id]);
  expect(ids((await approvals("compliance")).mine)).toEqual([own.id]);
});

test("what lies in the bin is on no page", async () => {
  const { ask, submit, today, approvals, at, monday } = await onATuesday(), { id: post } = await submit(CLEAR, at(2, 9));
  await ask("editor", routes.posts.remove, posts.remove, { params: { post } });
  const calendar = await ask("viewer", routes.plan.calendar, plan.calendar, { query: { from: startOf(monday, ZONE), to: startOf(addDays(monday, 7), ZONE) } });
  expect([calendar.posts, calendar.unplanned, (await today()).waitingForMe, (await approvals()).mine, (await today()).isEmpty]).toEqual([[], [], [], [], true]);
});

test.each([["backward", "2026-11-30T00:00:00.000Z", "2026-11-01T00:00:00.000Z"], ["of no length", "2026-11-30T00:00:00.000Z", "2026-11-30T00:00:00.000Z"], ["of half a year", "2026-01-01T00:00:00.000Z", "2026-07-01T00:00:00.000Z"]])("a span %s is no calendar", async (_, from, to) => {
  const { ask } = await onATuesday();
  const refused = await ask("viewer", routes.plan.calendar, plan.calendar, { query: { from, to } }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ problem: { code: "invalid-request", errors: [{ at: "/query/to" }] } });
});

test("the plan counts what sells, and its swap leads back when it is carried out", async () => {
  const { ask, submit, approve, at } = await onATuesday(), show = () => ask("viewer", routes.plan.show, plan.show, {});
  for (const day of [2, 3, 4]) await approve(await submit(`${CLEAR} Day ${day}.`, at(day, 9)));
  const selling = await approve(await submit("Facials are on the menu this week.", at(5, 9), { more: { pillar: "promotional", pillarReason: "It sells." } }));
  expect((await show()).share).toMatchObject({ promotional: 1, posts: 4, isBroken: false });
  await approve(await submit("Peels are on the menu, too.", at(5, 11), { more: { pillar: "promotional", pillarReason: "It sells." } }));
  const { share, swaps } = await show();
  expect(share).toMatchObject({ promotional: 2, posts: 5, isBroken: true });
  expect(swaps[0]).toMatchObject({ kind: "change", post: selling.id, to: "appreciation", shareAfter: 0.2 });
  const { content, revision, title, plannedFor } = await ask("viewer", routes.posts.show, posts.show, { params: { post: selling.id } });
  await ask("editor", routes.posts.save, posts.save, { params: { post: selling.id }, body: { revision, title, plannedFor, content: { ...content, text: "Thank you, neighbors.", pillar: swaps[0]!.to! } } });
  expect((await show()).share).toMatchObject({ promotional: 1, posts: 5, isBroken: false, share: swaps[0]!.shareAfter });
});

test("another practice's posts are on nobody else's day", async () => {
  const { desk, today, approvals } = await onATuesday(), other = await aPractice(desk, { name: "Elsewhere" });
  await other.ask("editor", routes.posts.create, posts.create, { body: { title: "Theirs", content: aContent(CLEAR), plannedFor: null } });
  expect((await today()).isEmpty).toBe(true);
  expect(await approvals()).toEqual({ mine: [], others: [], overrides: [], decided: [] });
  expect((await asDesk(desk.database.db, (tx) => tx.selectFrom("posts").select("id").execute())).length).toBe(1);
});

describeOnEach("The plan", (open) => {
  test("a day sorts its posts into what is held, what goes out, what waits for me, what is next, and drafts", async () => {
    const { today, submit, approve, write, at } = await onATuesday(open);
    const held = await submit(STOP, at(2, 9)), later = await approve(await submit(`${CLEAR} Hats help.`, at(1, 15))), waiting = await submit(`${CLEAR} So does shade.`, at(3, 9)), nextWeek = await approve(await submit(`${CLEAR} Every day.`, at(7, 9)));
    const draft = await write("Something about winter skin.", null);
    const day = await today();
    expect({ held: ids(day.held), goingOut: ids(day.goingOut), waitingForMe: ids(day.waitingForMe), next: ids(day.next), drafts: ids(day.drafts), isEmpty: day.isEmpty })
      .toEqual({ held: [held.id], goingOut: [later.id], waitingForMe: [waiting.id], next: [waiting.id, nextWeek.id], drafts: [draft.id], isEmpty: false });
    expect(day.held[0]).toMatchObject({ heldWhy: "stop", stops: 1 });
    expect(day.plan.week).toMatchObject({ have: 1, slots: [{ state: "scheduled", says: "3 PM" }, { state: "held" }, { state: "waiting" }, { state: "empty" }] });
  });

  test("approvals show what was asked to be overridden, and what was decided lately, the latest first", async () => {
    const { submit, approve, ask, approvals, at } = await onATuesday(open), first = await approve(await submit(CLEAR, at(3, 9))), second = await approve(await submit(`${CLEAR} Hats help.`, at(4, 9)));
    const stopped = await submit(STOP, at(5, 9));
    const asked = await ask("editor", routes.posts.askOverride, posts.askOverride, { params: { post: stopped.id }, body: { version: stopped.version!, rule: stopped.receipt!.findings[0]!.rule, reason: "We can prove it with a survey." } });
    const { overrides, decided, mine } = await approvals();
    expect(overrides.map(({ post, override }) => [post.id, override.id, override.askedBy.name])).toEqual([[stopped.id, asked.id, "Maya Ortiz"]]);
    expect(new Set(ids(decided))).toEqual(new Set([first.id, second.id]));
    expect(mine).toEqual([]);
    await ask("owner", routes.posts.decideOverride, posts.decideOverride, { params: { post: stopped.id, override: asked.id }, body: { granted: false, note: "" } });
    expect((await approvals()).overrides).toEqual([]);
  });

  test("the calendar shows posts in the span with their publications, and keeps those without a time apart", async () => {
    const { ask, submit, approve, write, at, monday } = await onATuesday(open), inside = await approve(await submit(CLEAR, at(2, 9))), outside = await submit(CLEAR.replace("too", "as well"), at(9, 9)), unplanned = await write("Later.", null);
    const { posts: shown, unplanned: apart } = await ask("viewer", routes.plan.calendar, plan.calendar, { query: { from: startOf(monday, ZONE), to: startOf(addDays(monday, 7), ZONE) } });
    expect(shown.map(({ id, publications: on }) => [id, on.map(({ state }) => state)])).toEqual([[inside.id, ["scheduled"]]]);
    expect(ids(apart)).toEqual([unplanned.id]);
    expect(ids(shown)).not.toContain(outside.id);
  });
});
