import { expect, test } from "vitest";
import { blank, tagsIn, textIn, withAnswer, withChannels, withOwn, withReason, withText } from "./draft.ts";

const content = { ...blank(["a", "b"], null).content, text: "Shared." };

test("a channel with words of its own leaves the shared ones alone", () => {
  const own = withText(withOwn(content, "a", true), "a", "Own.");
  expect([textIn(own, null), textIn(own, "a"), textIn(own, "b")]).toEqual(["Shared.", "Own.", "Shared."]);
});

test("writing under a channel that shares the text writes for all", () => {
  expect(withText(content, "b", "New.").text).toBe("New.");
});

test("a channel that is left out takes its own text along", () => {
  expect(withChannels(withOwn(content, "a", true), ["b"])).toMatchObject({ channels: ["b"], overrides: {} });
});

test("a question has one reason, the last one given", () => {
  const answered = withReason(withReason(content, "x/y", "first"), "x/y", "second");
  expect(answered.reasons).toEqual([{ rule: "x/y", reason: "second" }]);
  expect(withReason(answered, "x/y", null).reasons).toEqual([]);
});

test.each([["#one two", ["one", "two"]], ["one, #two,#one", ["one", "two"]], ["  ", []], ["#Zahnärzte #牙医", ["Zahnärzte", "牙医"]]])("%s holds its tags", (written, tags) => {
  expect(tagsIn(written)).toEqual(tags);
});

test("an answer is kept for its channel, an empty one is none, and both go with the channel", () => {
  const answered = withAnswer(withAnswer(content, "a", "warning", "Surgery"), "b", "sensitive", true);
  expect(answered.settings).toEqual({ a: { warning: "Surgery" }, b: { sensitive: true } });
  expect(withAnswer(withAnswer(answered, "a", "warning", ""), "b", "sensitive", false).settings).toEqual({ a: {}, b: {} });
  expect(withChannels(answered, ["b"]).settings).toEqual({ b: { sensitive: true } });
});

test("a channel that joins brings what is usual there, and one that was there keeps what was chosen", () => {
  const all = [{ id: "a", usual: { visibility: "unlisted" } }, { id: "b", usual: {} }, { id: "c", usual: { board: "7" } }];
  const begun = blank(["a", "b"], null, all).content;
  expect([begun.channels, begun.settings]).toEqual([["a", "b"], { a: { visibility: "unlisted" } }]);
  const chosen = withAnswer(begun, "a", "visibility", "public");
  expect(withChannels(chosen, ["a", "c"], all).settings).toEqual({ a: { visibility: "public" }, c: { board: "7" } });
  expect(blank(["b"], null, all).content).not.toHaveProperty("settings");
});
