import { expect, test } from "vitest";
import { outgoing, saysNothing, textOf } from "./outgoing.ts";

const post = { text: "Flu shots from Monday. #flushot", overrides: { x: "Flu shots, Monday." }, link: "https://seapine.example/flu", hashtags: ["FluShot", "#VirginiaBeach"] };

test("a channel says its own text where it has one", () => expect([textOf(post, "x"), textOf(post, "facebook"), textOf(post, null)]).toEqual(["Flu shots, Monday.", post.text, post.text]));
test("address and hashtags follow the text, and none twice", () => {
  expect(outgoing(post, "facebook")).toBe("Flu shots from Monday. #flushot\n\nhttps://seapine.example/flu\n\n#VirginiaBeach");
  expect(outgoing(post, "x")).toBe("Flu shots, Monday.\n\nhttps://seapine.example/flu\n\n#FluShot #VirginiaBeach");
});
test("a text with nothing behind it stays as typed", () => expect(outgoing({ text: " Hello \n", overrides: {}, link: null, hashtags: [] }, null)).toBe(" Hello \n"));
test("an own text that is empty is still its own", () => expect(textOf({ text: "Shared", overrides: { x: "" } }, "x")).toBe(""));

const empty = { text: " \n ", overrides: {}, link: null, hashtags: [], channels: [], pictures: [] };
test("a post without words says nothing, unless it shows a picture or one of its channels has words of its own", () => {
  expect(saysNothing(empty)).toBe(true);
  expect(saysNothing({ ...empty, pictures: [{ id: "p", name: "a.png", alt: "" }] })).toBe(false);
  expect(saysNothing({ ...empty, channels: ["x"], overrides: { x: "Sun." } })).toBe(false);
});
test("words for a channel that it does not go to are no words", () => expect(saysNothing({ ...empty, overrides: { x: "Sun." } })).toBe(true));
