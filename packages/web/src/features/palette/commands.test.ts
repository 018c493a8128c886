import { expect, test } from "vitest";
import { findCommands } from "../../components/find.ts";
import { pageCommands, postCommands, practiceCommands, ruleCommands, stateCommands } from "./commands.ts";

const rules = ruleCommands([{ title: "Patient privacy", rules: [{ id: "patient-acknowledgement/thanks-for-visit", title: "Thanking someone for a visit" }] }]);

test("a rule is found by its title and by its id, and leads to its page", () => {
  expect(findCommands(rules, "thanking")[0]?.href).toBe("/rules/patient-acknowledgement/thanks-for-visit");
  expect(findCommands(rules, "acknowledgement")).toHaveLength(1);
  expect(findCommands(rules, "botox")).toEqual([]);
});

test("a state is found by its two letters", () => {
  const states = stateCommands([{ code: "FL", name: "Florida" }, { code: "VA", name: "Virginia" }]);
  expect(findCommands(states, "va").map(({ href }) => href)).toEqual(["/rules/states/VA"]);
});

test("a post that the desk found by its text is shown although its title has none of the words", () => {
  const post = { id: "1", title: "Beach cleanup: 41 bags", state: "published" } as Parameters<typeof postCommands>[0][number];
  expect(findCommands(postCommands([post], "volunteers"), "volunteers")).toHaveLength(1);
});

test("one switches to any practice but the one that is open", () => {
  const chosen: string[] = [];
  const commands = practiceCommands([{ id: "a", name: "Seapine", place: "Virginia Beach, VA" }, { id: "b", name: "Gulfview", place: "Tampa, FL" }], "a", (id) => chosen.push(id));
  expect(commands.map(({ label }) => label)).toEqual(["Open Gulfview"]);
  commands[0]!.run!();
  expect(chosen).toEqual(["b"]);
});

test("every page has one command, and no two commands share an id", () => {
  const ids = pageCommands([{ href: "/", label: "Today" }, { href: "/calendar", label: "Calendar" }]).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
