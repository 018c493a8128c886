import { type Practice, type ProblemCode, routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { aContent, aDesk, type APractice, aPractice, inHours } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import { describeOnEach, type Open } from "../../test-support/on-each.ts";
import { asDesk } from "../database/tenant.ts";
import type { Ask } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { posts } from "../posts/routes.ts";
import { channels } from "./channels.ts";
import { houseRules } from "./house-rules.ts";
import { practices, providers } from "./routes.ts";

const CLEAR = "Wear sunscreen on cloudy days too: clouds let most of the light through.";
const NO_CLOUDS = `title: Words about the weather
match: phrase
severity: stop
phrases: [cloudy day~]
what: “{match}” talks about the weather.
why: We agreed to leave the weather to others.
instead: Talk about the light.
flag: [Cloudy days ahead., Another cloudy day., On a cloudy day we rest.]
pass: [The sun is out., Clouds over the bay., A bright day.]
`;
const OKAFOR = { name: "Helen Okafor", degree: "MD", licence: "0101-234567", licenceState: "VA" as const, licenceExpires: "2027-03-31", boards: [{ name: "American Board of Dermatology", expires: null }], specialties: ["dermatology"] };

const refusal = (asked: Promise<unknown>): Promise<Refusal["problem"]> => asked.then(() => { throw new Error("It was done."); }, (error: unknown) => { if (error instanceof Refusal) return error.problem; throw error; });
const codeOf = async (asked: Promise<unknown>): Promise<ProblemCode> => (await refusal(asked)).code;

async function atADesk(open: Open = openMemory) {
  const practice = await aPractice(await aDesk(await open())), { ask, desk, id } = practice;
  const show = (): Promise<Practice> => ask("viewer", routes.practices.show, practices.show, {});
  const change = async (more: Partial<Practice>): Promise<Practice> => ask("owner", routes.practices.change, practices.change, { body: { revision: (await show()).revision, ...more } });
  const recorded = (): Promise<{ action: string; facts: Record<string, unknown> }[]> => asDesk(desk.database.db, (tx) => tx.selectFrom("record").select(["action", "entry"]).where("practice", "=", id).orderBy("seq").execute())
    .then((rows) => rows.map(({ action, entry }) => ({ action, facts: (JSON.parse(entry) as { facts: Record<string, unknown> }).facts })));
  const show1 = (post: string) => ask("viewer", routes.posts.show, posts.show, { params: { post } });
  /** A post that is approved and on the calendar of every channel given. */
  const scheduled = async (on = [practice.channel], text = CLEAR) => {
    const { id: post, revision } = await ask("editor", routes.posts.create, posts.create, { body: { title: "Clouds", content: aContent(text, { channels: on }), plannedFor: inHours(48) } });
    const { version } = await ask("editor", routes.posts.submit, posts.submit, { params: { post }, body: { revision, askOf: null } });
    const done = await ask("owner", routes.posts.decide, posts.decide, { params: { post }, body: { version: version!, decision: "approved", note: "" } });
    expect(done.state).toBe("scheduled");
    return post;
  };
  return { ...practice, show, change, recorded, scheduled, showPost: show1 };
}

test("a second practice is opened with oneself as owner, and the record of it begins", async () => {
  const { desk, people } = await atADesk(), body = { name: "Harbor Dermatology", states: ["FL" as const], specialty: "dermatology", place: "Tampa, FL", timeZone: "America/New_York" };
  const opened = await practices.create({ desk, by: people.viewer, body } as Ask<typeof routes.practices.create>);
  expect(opened).toMatchObject({ ...body, cadence: 4, promotionalShare: 0.25, isDemo: false, providers: [], revision: 1 });
  const { role } = await asDesk(desk.database.db, (tx) => tx.selectFrom("members").select("role").where("practice", "=", opened.id).executeTakeFirstOrThrow());
  expect(role).toBe("owner");
});

test("who changes what someone else has changed since is told, and given theirs; saying the same again changes nothing", async () => {
  const { ask, change, show, recorded } = await atADesk();
  await change({ cadence: 6 });
  const told = await refusal(ask("compliance", routes.practices.change, practices.change, { body: { revision: 1, cadence: 2 } }));
  expect(told).toMatchObject({ code: "changed-elsewhere", theirs: { cadence: 6, revision: 2 } });
  const before = (await recorded()).length;
  expect((await change({ cadence: 6, name: (await show()).name })).revision).toBe(2);
  expect((await recorded()).length).toBe(before);
});

test.each<[string, Partial<Practice>, boolean]>([
  ["another state", { states: ["FL"] }, true], ["another specialty", { specialty: "med-spa" }, true], ["another name on the staff", { staff: [{ name: "Jonah Pell", work: "Marketing" }] }, true],
  ["more posts a week", { cadence: 7 }, false], ["another time zone", { timeZone: "America/Denver" }, false],
])("%s: the rules in force have another name", async (_, more, isOther) => {
  const { show, change } = await atADesk(), { pack } = await show();
  expect((await change(more)).pack !== pack).toBe(isOther);
});

test("what was to go out on a channel that is removed is held, and says why; the other channel's is not lost", async () => {
  const { ask, addChannel, scheduled, showPost, channel, recorded } = await atADesk(), other = await addChannel("linkedin"), post = await scheduled([channel, other]);
  await ask("owner", routes.channels.remove, channels.remove, { params: { channel } });
  const held = await showPost(post);
  expect(held).toMatchObject({ state: "held", heldWhy: "channel-removed" });
  expect(held.publications.map(({ channel: on, state, heldWhy }) => [on === channel, state, heldWhy]).sort()).toEqual([[false, "scheduled", null], [true, "held", "channel-removed"]]);
  expect((await ask("viewer", routes.channels.list, channels.list, {})).map(({ id }) => id)).toEqual([other]);
  expect((await recorded()).map(({ action }) => action)).toContain("channel.removed");
  expect(await codeOf(ask("owner", routes.channels.remove, channels.remove, { params: { channel } }))).toBe("not-found");
});

test("a paused channel holds its posts until it is opened again", async () => {
  const { ask, scheduled, showPost, channel } = await atADesk(), post = await scheduled(), pause = (paused: boolean) => ask("owner", routes.channels.change, channels.change, { params: { channel }, body: { paused } });
  expect((await pause(true)).paused).toBe(true);
  expect(await showPost(post)).toMatchObject({ state: "held", heldWhy: "channel-paused" });
  await pause(false);
  expect((await showPost(post)).state).toBe("scheduled");
});

test("what a new post begins with on a channel is kept; words, and what its network does not ask, are refused with the reason, and nothing of it is kept", async () => {
  const { ask, addChannel } = await atADesk(), channel = await addChannel("mastodon"), keep = (usual: Record<string, string | boolean>) => ask("owner", routes.channels.change, channels.change, { params: { channel }, body: { usual } });
  const shown = async () => (await ask("viewer", routes.channels.list, channels.list, {})).find(({ id }) => id === channel)!.usual;
  expect(await shown()).toEqual({});
  expect((await keep({ visibility: "unlisted", sensitive: true })).usual).toEqual({ visibility: "unlisted", sensitive: true });
  for (const [usual, at] of [[{ visibility: "public", warning: "Skin" }, "/usual/warning"], [{ visibility: "nobody" }, "/usual/visibility"], [{ board: "7" }, "/usual/board"]] as const) {
    expect(await refusal(keep(usual))).toMatchObject({ code: "invalid-request", errors: [{ at }] });
  }
  expect(await shown()).toEqual({ visibility: "unlisted", sensitive: true });
  expect((await keep({})).usual).toEqual({});
});

test.each([["javascript:alert(1)"], ["not an address"], ["file:///etc/passwd"]])("a channel's address is one that a browser may follow, which %s is not", async (url) => {
  const { ask } = await atADesk();
  expect(await refusal(ask("owner", routes.channels.add, channels.add, { body: { network: "x", name: "Seapine", url } }))).toMatchObject({ code: "invalid-request", errors: [{ at: "/url" }] });
});

test("a house rule that cannot be read, or that shares its name, is not kept", async () => {
  const { ask } = await atADesk(), add = (name: string, yaml: string, enabled = true) => ask("owner", routes.houseRules.add, houseRules.add, { body: { name, yaml, enabled } });
  expect(await codeOf(add("Broken", "title: [", false))).toBe("invalid-rule");
  expect(await codeOf(add("No list", NO_CLOUDS.replace("cloudy day~", "<clouds>"), false))).toBe("invalid-rule");
  await add("No weather", NO_CLOUDS);
  expect(await refusal(add("no  WEATHER!", NO_CLOUDS))).toMatchObject({ code: "invalid-rule", errors: [{ at: "/name" }] });
  expect(await ask("viewer", routes.houseRules.list, houseRules.list, {})).toHaveLength(1);
});

test("a house rule that can no longer be read shuts the gate, and says what to do", async () => {
  const { ask, desk, id } = await atADesk();
  await ask("owner", routes.houseRules.add, houseRules.add, { body: { name: "No weather", yaml: NO_CLOUDS, enabled: true } });
  await asDesk(desk.database.db, (tx) => tx.updateTable("house_rules").set({ yaml: NO_CLOUDS.replace("cloudy day~", "<list-of-an-older-desk>") }).where("practice", "=", id).execute());
  expect(await refusal(ask("editor", routes.posts.check, posts.check, { body: { content: aContent(CLEAR) } }))).toMatchObject({ code: "not-checked", detail: expect.stringContaining("house rule") as string });
});

test("trying a rule keeps nothing", async () => {
  const { ask, recorded } = await atADesk(), before = (await recorded()).length;
  expect(await ask("contributor", routes.houseRules.try, houseRules.try, { body: { yaml: NO_CLOUDS, sentence: CLEAR } })).toMatchObject({ flags: true, spans: [{ start: 18, end: 29 }] });
  expect(await ask("viewer", routes.houseRules.list, houseRules.list, {})).toEqual([]);
  expect((await recorded()).length).toBe(before);
});

test("nothing of another practice can be named", async () => {
  const { ask, desk } = await atADesk(), theirs: APractice = await aPractice(desk, { name: "Elsewhere" });
  const provider = await theirs.ask("owner", routes.providers.add, providers.add, { body: OKAFOR });
  expect(await codeOf(ask("owner", routes.providers.change, providers.change, { params: { provider: provider.id }, body: OKAFOR }))).toBe("not-found");
  expect(await codeOf(ask("owner", routes.channels.change, channels.change, { params: { channel: theirs.channel }, body: { paused: true } }))).toBe("not-found");
});

test.each(["editor", "contributor", "viewer"] as const)("%s manages nothing", async (role) => {
  const { ask, channel } = await atADesk();
  expect(await codeOf(ask(role, routes.practices.change, practices.change, { body: { revision: 1, name: "Mine" } }))).toBe("not-allowed");
  expect(await codeOf(ask(role, routes.channels.remove, channels.remove, { params: { channel } }))).toBe("not-allowed");
  expect(await codeOf(ask(role, routes.houseRules.add, houseRules.add, { body: { name: "Mine", yaml: NO_CLOUDS, enabled: true } }))).toBe("not-allowed");
});

describeOnEach("Practices", (open) => {
  test("every field of a practice is kept as it was given, and the record names the fields and none of their words", async () => {
    const { show, change, recorded } = await atADesk(open);
    const more = {
      name: "Seapine Skin", states: ["VA" as const, "NC" as const], specialty: "med-spa", place: "Virginia Beach, VA", timeZone: "America/Chicago", locations: [{ name: "Harbor", address: "1 Pier Road", state: "VA" as const }],
      phones: ["(757) 555-0132"], names: ["Seapine"], staff: [{ name: "Maya Ortiz", work: "Front desk" }], medicalDirector: "Helen Okafor, MD", cadence: 5, promotionalShare: 0.2, approvals: "when-risky" as const, answerWithin: 12,
      position: { sentence: "Skin care without hurry.", proofs: ["Every visit is an hour."], use: ["unhurried"], never: ["flawless"] },
    };
    const changed = await change(more);
    expect(changed).toMatchObject({ ...more, revision: 2 });
    expect(await show()).toEqual(changed);
    const { facts } = (await recorded()).find(({ action }) => action === "practice.changed")!;
    expect(facts).toEqual({ changed: Object.keys(more).sort() });
  });

  test("providers are added, changed and removed with their credentials, and each time all is checked again", async () => {
    const { ask, show, recorded } = await atADesk(open), packs = [(await show()).pack];
    const added = await ask("compliance", routes.providers.add, providers.add, { body: OKAFOR });
    expect(added).toEqual({ id: added.id, ...OKAFOR });
    packs.push((await show()).pack);
    const changed = await ask("compliance", routes.providers.change, providers.change, { params: { provider: added.id }, body: { ...OKAFOR, boards: [] } });
    packs.push((await show()).pack);
    expect((await show()).providers).toEqual([changed]);
    await ask("compliance", routes.providers.remove, providers.remove, { params: { provider: added.id } });
    expect((await show()).providers).toEqual([]);
    expect((await show()).pack).toBe(packs[0]);
    expect(new Set(packs).size).toBe(3);
    expect((await recorded()).filter(({ action }) => action.startsWith("provider.")).map(({ action, facts }) => [action, facts])).toEqual([["provider.added", {}], ["provider.changed", { changed: ["boards"] }], ["provider.removed", {}]]);
    expect(await codeOf(ask("owner", routes.providers.remove, providers.remove, { params: { provider: added.id } }))).toBe("not-found");
  });

  test("a house rule is in force from the moment it is kept: what was approved is held until someone changes the words, and goes back when the rule goes", async () => {
    const { ask, scheduled, showPost, show, recorded } = await atADesk(open), post = await scheduled(), before = (await show()).pack, body = { name: "No weather", yaml: NO_CLOUDS, enabled: true };
    const { id: rule } = await ask("compliance", routes.houseRules.add, houseRules.add, { body });
    expect(await showPost(post)).toMatchObject({ state: "held", heldWhy: "stop", receipt: { verdict: "stop", findings: [{ rule: "house/no-weather", topic: "house" }] } });
    expect((await showPost(post)).publications.map(({ state }) => state)).toEqual(["held"]);
    expect((await recorded()).map(({ action }) => action)).toEqual(expect.arrayContaining(["house-rule.added", "post.held", "rules.changed"]));

    await ask("compliance", routes.houseRules.change, houseRules.change, { params: { rule }, body: { ...body, enabled: false } });
    expect((await show()).pack).toBe(before);
    expect((await showPost(post)).receipt?.verdict).toBe("clear");
    expect((await showPost(post)).state).toBe("scheduled");
    await ask("compliance", routes.houseRules.remove, houseRules.remove, { params: { rule } });
    expect(await ask("viewer", routes.houseRules.list, houseRules.list, {})).toEqual([]);
  });
});
