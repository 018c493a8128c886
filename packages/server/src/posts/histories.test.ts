/** Random histories of a post: whatever people do in whatever order, nothing stands on the calendar that the rules of the gate, read here in SQL of their own, would not let out. */
import { type Content, type Post, type Practice, routes } from "@chaperone/contract";
import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { aContent, aDesk, type APractice, aPractice, inHours } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import type { OpenDatabase } from "../database/open.ts";
import { asDesk } from "../database/tenant.ts";
import { Refusal } from "../http/refusal.ts";
import { byTheDesk } from "./by-the-desk.ts";
import { publications } from "../publishing/routes.ts";
import { posts } from "./routes.ts";
import { keepUp } from "./rules-changed.ts";
import { settleAll } from "./settle-all.ts";

const SAYINGS: Pick<Content, "text" | "reasons">[] = [
  { text: "Wear sunscreen on cloudy days too.", reasons: [] },
  { text: "Our rooms are open on Saturdays.", reasons: [] },
  { text: "Swipe for before and after photos of her tummy tuck.", reasons: [] },
  { text: "Swipe for before and after photos of her tummy tuck.", reasons: [{ rule: "before-after/photo", reason: "A model who signed for this." }] },
  { text: "The best dermatologist in Virginia.", reasons: [] },
];
const HISTORIES = 20;
const STOP_RULE = "superiority-claim/best";
const WHO = ["owner", "compliance", "editor", "contributor"] as const, LEAVE = ["compliance", "editor"] as const;
type Who = (typeof WHO)[number];

const who = fc.constantFrom(...WHO), approver = fc.constantFrom("owner" as const, "compliance" as const), saying = fc.constantFrom(...SAYINGS);
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ does: fc.constant("edit" as const), who, saying }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("submit" as const), who }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant("decide" as const), who: approver, decision: fc.constantFrom("approved" as const, "approved" as const, "returned" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("override" as const), who: approver, by: approver }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("schedule" as const, "move" as const), who, hours: fc.constantFrom(-2, 30, 60) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("unschedule" as const, "remove" as const, "restore" as const, "recheck" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("mark out" as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("leave or come back" as const), who: fc.constantFrom(...LEAVE) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("new rules" as const), approvals: fc.constantFrom<Practice["approvals"]>("every-post", "when-risky") }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("pause or resume" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
/** Half of the histories begin where most of real ones get to, so that what comes after approval is walked as well. */
const AGREED: Step[] = [{ does: "submit", who: "editor" }, { does: "decide", who: "compliance", decision: "approved" }];
/** The first history goes through every state, so that none is left to luck. */
const THROUGH_ALL: Step[] = [
  { does: "edit", who: "editor", saying: SAYINGS[1]! }, { does: "submit", who: "editor" }, { does: "decide", who: "compliance", decision: "returned" },
  { does: "edit", who: "editor", saying: SAYINGS[0]! }, { does: "submit", who: "editor" }, { does: "decide", who: "compliance", decision: "approved" },
  { does: "unschedule", who: "editor" }, { does: "schedule", who: "editor", hours: 30 }, { does: "pause or resume" }, { does: "pause or resume" }, { does: "mark out", who: "editor" },
];
const history = fc.tuple(fc.constantFrom([], AGREED), fc.array(step, { minLength: 5, maxLength: 20, size: "max" })).map(([first, then]) => [...first, ...then]);

async function take({ ask, as, desk, id, people, channel }: APractice, { id: post }: Post, one: Step, turn: number): Promise<unknown> {
  const db = desk.database.db, show = () => ask("owner", routes.posts.show, posts.show, { params: { post } });
  const { version, revision, content, plannedFor, overrides, publications: planned } = await show(), params = { post }, current = version ?? "0".repeat(64);
  switch (one.does) {
    case "edit": return ask(one.who, routes.posts.save, posts.save, { params, body: { revision, title: "", plannedFor, content: { ...content, ...one.saying } } });
    case "submit": return ask(one.who, routes.posts.submit, posts.submit, { params, body: { revision, askOf: null } });
    case "decide": return ask(one.who, routes.posts.decide, posts.decide, { params, body: { version: current, decision: one.decision, note: "Because." } });
    case "override": {
      await ask(one.who, routes.posts.askOverride, posts.askOverride, { params, body: { version: current, rule: STOP_RULE, reason: "We can prove it." } }).catch(onlyRefusals);
      const open = overrides.find(({ granted }) => granted === null) ?? (await show()).overrides.find(({ granted }) => granted === null);
      return open && ask(one.by, routes.posts.decideOverride, posts.decideOverride, { params: { post, override: open.id }, body: { granted: true, note: "" } });
    }
    case "schedule": return ask(one.who, routes.posts.schedule, posts.schedule, { params, body: { version: current, at: inHours(one.hours) } });
    case "move": return ask(one.who, routes.posts.move, posts.move, { params, body: { at: inHours(one.hours) } });
    case "unschedule": return ask(one.who, routes.posts.unschedule, posts.unschedule, { params });
    case "remove": return ask(one.who, routes.posts.remove, posts.remove, { params });
    case "restore": return ask(one.who, routes.posts.restore, posts.restore, { params });
    case "recheck": return ask(one.who, routes.posts.recheck, posts.recheck, { params });
    case "mark out": return planned[0] && ask(one.who, routes.publications.markOut, publications.markOut, { params: { publication: planned[0].id }, body: { url: null } });
    case "leave or come back":
      // Coming back is an invitation, which the desk itself carries out.
      await asDesk(db, (tx) => sql`update members set removed_at = case when removed_at is null then now() end where practice = ${id} and person = ${people[one.who].id}`.execute(tx));
      return byTheDesk(desk, id, settleAll);
    case "new rules":
      return as("owner", async (inside) => {
        await inside.tx.updateTable("practices").set({ approvals: one.approvals, phones: [`757-555-01${String(turn).padStart(2, "0")}`] }).where("id", "=", id).execute();
        await keepUp(inside);
      });
    case "pause or resume":
      return as("owner", async (inside) => {
        await inside.tx.updateTable("channels").set({ paused: sql`not paused` }).where("id", "=", channel).execute();
        await settleAll(inside);
      });
  }
}

/** A refusal in words is part of every history. A refusal by the database means that the code did not ask first, and fails the test. */
const onlyRefusals = (error: unknown): void => { if (!(error instanceof Refusal)) throw error; };

/** What is on the calendar, or went out just now, although it may not: read without a line of the code or the triggers under test. */
const outOfLine = (database: OpenDatabase, justOut: string[]) => asDesk(database.db, async (tx) => (await sql`
  with checked as (select distinct on (practice, version) * from verdicts order by practice, version, seq desc),
  may as (select practice, person from members where removed_at is null and role in ('owner', 'compliance'))
  select p.id, p.state from publications p
    join posts on posts.id = p.post join practices on practices.id = p.practice join versions v on v.practice = p.practice and v.hash = p.version
    left join checked c on c.practice = p.practice and c.version = p.version
  where (p.state = 'scheduled' or p.id = any (${justOut})) and not (
    posts.deleted_at is null and posts.version = p.version and posts.state in ('scheduled', 'held', 'published') and c.pack = practices.pack
    and not exists (select from unnest(c.stops) rule where rule not in (select o.rule from overrides o join may on may.person = o.decided_by and may.practice = o.practice where o.version = p.version and o.granted))
    and not exists (select from unnest(c.questions) rule where not v.content::jsonb -> 'reasons' @> jsonb_build_array(jsonb_build_object('rule', rule)))
    and not exists (select from approvals a where a.version = p.version and a.decision = 'returned' and a.lapsed_at is null)
    and c.people_needed <= (select count(distinct a.person) from approvals a join may on may.person = a.person and may.practice = a.practice
      where a.version = p.version and a.decision = 'approved' and a.lapsed_at is null and not (c.four_eyes and (a.person = v.author or a.person = any (v.writers)))))`.execute(tx)).rows);

const standing = (database: OpenDatabase, practice: string) => asDesk(database.db, async (tx) => (await sql`select p.state, p.held_why, (select jsonb_agg(jsonb_build_object('state', o.state, 'at', o.at, 'why', o.held_why) order by o.id) from publications o where o.post = p.id) as publications from posts p where p.practice = ${practice}`.execute(tx)).rows);

test("no history puts anything on the calendar that may not stand there, the code asks before the database has to refuse, and settling twice is settling once", async () => {
  const database = await openMemory(), desk = await aDesk(database);
  const outcomes = new Set<string>();
  await fc.assert(fc.asyncProperty(history, fc.constantFrom<Who>("editor", "owner", "contributor"), saying, async (steps, author, begins) => {
    const practice = await aPractice(desk, { approvals: "every-post" });
    const post = await practice.ask(author, routes.posts.create, posts.create, { body: { title: "", content: aContent(begins.text, { reasons: begins.reasons, channels: [practice.channel] }), plannedFor: inHours(48) } });
    const out = new Set<string>();
    for (const [turn, one] of steps.entries()) {
      await take(practice, post, one, turn).catch(onlyRefusals);
      const { state, publications: planned } = await practice.ask("owner", routes.posts.show, posts.show, { params: { post: post.id } });
      const justOut = planned.filter((publication) => publication.state === "published" && !out.has(publication.id)).map(({ id }) => id);
      expect(await outOfLine(database, justOut), `after ${one.does}`).toEqual([]);
      for (const id of justOut) out.add(id);
      outcomes.add(state);
    }
    const before = await standing(database, practice.id);
    await byTheDesk(desk, practice.id, settleAll);
    expect(await standing(database, practice.id)).toEqual(before);
  }), { numRuns: HISTORIES + 1, examples: [[THROUGH_ALL, "editor", SAYINGS[0]!]] });
  // A walk that never reaches the calendar would prove nothing.
  expect([...outcomes].sort()).toEqual(expect.arrayContaining(["approved", "draft", "held", "published", "returned", "scheduled", "waiting"]));
}, 240_000);
