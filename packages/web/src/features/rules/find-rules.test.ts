import { expect, test } from "vitest";
import { findRules } from "./find-rules.ts";
import type { TopicView } from "./topic-list.tsx";

const rule = (id: string, title: string) => ({ id, topic: id.split("/")[0]!, title, severity: "stop" as const, states: [] });
const topics: TopicView[] = [
  { id: "procedure-giveaway", title: "Procedures as prizes", covers: "Raffles and giveaways of treatments", rules: [rule("procedure-giveaway/raffle", "A treatment is raffled"), rule("procedure-giveaway/entry", "One must buy to enter")] },
  { id: "price-inducement", title: "Prices", covers: "Discounts and free offers", rules: [rule("price-inducement/florida-statement", "An offer without the 72-hour statement"), rule("price-inducement/hurry", "Presses people to hurry")] },
];
const found = (sought: string) => findRules(topics, sought).flatMap(({ rules }) => rules.map(({ id }) => id));

test("nothing sought shows everything", () => { expect(found("  ")).toHaveLength(4); });
test("a word of the title or of the address finds the rule", () => {
  expect(found("72-hour")).toEqual(["price-inducement/florida-statement"]);
  expect(found("florida offer")).toEqual(["price-inducement/florida-statement"]);
});
test("a topic named itself keeps all its rules", () => { expect(found("giveaways")).toEqual(["procedure-giveaway/raffle", "procedure-giveaway/entry"]); });
test("what is not there is not found", () => { expect(found("telehealth")).toEqual([]); });
