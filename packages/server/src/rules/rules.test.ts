import { type Route, routes, STATES } from "@chaperone/contract";
import { ruleFiles } from "@chaperone/rules";
import { expect, test } from "vitest";
import type { Ask } from "../http/asking.ts";
import { readable } from "./phrases.ts";
import { durationInWords, retentionOf } from "./retention.ts";
import { rules } from "./routes.ts";

const asking = (params: object = {}): Ask<Route> => ({ params }) as unknown as Ask<Route>;
const topics = () => rules.topics(asking() as Ask<typeof routes.rules.topics>);
const show = (topic: string, rule: string) => rules.show(asking({ topic, rule }) as Ask<typeof routes.rules.show>);
const state = (code: string) => rules.state(asking({ state: code }) as Ask<typeof routes.rules.state>);
/** Throws where an answer is not what the table promises. */
const keeps = (entry: Route, answer: unknown): unknown => (entry.reply as { parse(value: unknown): unknown }).parse(answer);

test("every rule stands in its topic and can be opened, with the law behind it and real sentences", async () => {
  const listed = keeps(routes.rules.topics, await topics()) as Awaited<ReturnType<typeof topics>>;
  expect(listed.flatMap((topic) => topic.rules.map(({ id }) => id)).sort()).toEqual(ruleFiles().map(({ id }) => id).sort());
  for (const { id } of listed.flatMap((topic) => topic.rules)) {
    const [topic, name] = id.split("/") as [string, string], opened = await show(topic, name);
    keeps(routes.rules.show, opened);
    expect(opened.provisions.length, `${id} cites nothing that can be shown`).toBeGreaterThan(0);
    expect(opened.flag.length).toBeGreaterThanOrEqual(3);
    expect(opened.surfaces.length).toBeGreaterThan(0);
  }
});

test("there is a page for each of the fifty states, the District and Puerto Rico, with its board", async () => {
  const listed = await rules.states(asking() as Ask<typeof routes.rules.states>);
  expect(listed.map(({ code }) => code).sort()).toEqual([...STATES].sort());
  for (const code of STATES) {
    const page = keeps(routes.rules.state, await state(code)) as Awaited<ReturnType<typeof state>>;
    expect(page.board).not.toBe("");
    expect(page.boardUrl).toMatch(/^https?:\/\//);
    expect(page.provisions).toHaveLength(listed.find((one) => one.code === code)!.provisions);
  }
});

test("Virginia keeps advertising for two years, and its page says so", async () => {
  expect((await state("va")).retention).toBe("2 years");
});

test("a provision names the rules that enforce it, by citation or by topic, and only rules that exist", async () => {
  const known = new Set(ruleFiles().map(({ id }) => id)), { provisions } = await state("VA");
  for (const { rules: enforcing } of provisions) for (const id of enforcing) expect(known).toContain(id);
  const priced = provisions.find(({ id }) => id === "va-18vac85-20-30-a")!;
  expect(priced.rules.length).toBeGreaterThan(0);
  expect(priced.rules.every((id) => ruleFiles().some((rule) => rule.id === id && (rule.topic === "price-inducement" || rule.cites.includes(priced.id) || Boolean(rule.states?.["VA"]))))).toBe(true);
  expect(provisions.find(({ topics }) => topics[0] === "other")!.rules).toEqual([]);
});

test.each([["rules", () => show("outcome-guarantee", "no-such-rule")], ["states", () => state("ZZ")], ["prototypes", () => show("__proto__", "constructor")]])("there are no made-up %s", async (_, asked) => {
  await expect(asked()).rejects.toMatchObject({ problem: { code: "not-found" } });
});

test("of several durations the longest is kept", () => {
  expect(retentionOf([{ retention: "P6M" }, { retention: "P2Y" }, {}, { retention: "P18M" }])).toBe("P2Y");
  expect(retentionOf([{}])).toBeNull();
  expect([durationInWords("P1Y"), durationInWords("P6M"), durationInWords("P1Y6M")]).toEqual(["1 year", "6 months", "1 year, 6 months"]);
});

test.each([
  ["(risk|complication) free", "(risk or complication) free"], ["(no|zero) [known] <risk>", "(no or zero) [known] any risk"], ["you will ..3 love~", "you will … love"],
  ["^ no !more", "no not more"], ["heal*", "heal…"], ["100% (safe|painless)", "100% (safe or painless)"],
])("“%s” reads “%s”", (phrase, said) => expect(readable(phrase)).toBe(said));

test("no phrase of any rule keeps the marks of the format", () => {
  const written = ruleFiles().flatMap((rule) => [...(rule.phrases ?? []), ...(rule.near ?? []).flat()]).map(readable);
  expect(written.filter((phrase) => /[<>|~^$]|\.\.\d/.test(phrase))).toEqual([]);
});
