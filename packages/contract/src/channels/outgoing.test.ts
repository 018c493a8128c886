import { expect, test } from "vitest";
import type { Content } from "../posts.ts";
import { outgoing, outgoingTexts, saysNothing, textOf } from "./outgoing.ts";

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

const FACEBOOK = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", X = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0002", PICTURE = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0003";
const content: Content = { surface: "post", text: "Sun and skin.", channels: [FACEBOOK, X], overrides: { [X]: "Sun." }, link: "https://example.com", hashtags: ["spf"], pictures: [], pillar: "educational", pillarReason: null, inReplyTo: null, reasons: [] };
const saidBy = (given: Content) => outgoingTexts(given).map(({ text, channel }) => [text, channel]);

test("every text that goes out is among them, with its link and hashtags, and what goes nowhere is not", () => {
  expect(saidBy(content)).toEqual([["Sun and skin.\n\nhttps://example.com\n\n#spf", null], ["Sun.\n\nhttps://example.com\n\n#spf", X]]);
  expect(saidBy({ ...content, channels: [X] })).toEqual([["Sun.\n\nhttps://example.com\n\n#spf", X]]);
  expect(saidBy({ ...content, channels: [FACEBOOK] })).toEqual([["Sun and skin.\n\nhttps://example.com\n\n#spf", null]]);
});
test("what a picture says to those who do not see it is a caption", () => {
  const pictures = [{ id: PICTURE, name: "a.png", alt: "Dr. Ortiz with a patient" }, { id: X, name: "b.png", alt: " " }];
  expect(outgoingTexts({ ...content, pictures }).slice(2)).toEqual([{ text: "Dr. Ortiz with a patient", surface: "caption", channel: null, picture: PICTURE, setting: null }]);
});
test("a content warning is a text like any other, of the channel that shows it", () => {
  const settings = { [X]: { warning: "Anna's new nose", sensitive: true, visibility: "public" }, [FACEBOOK]: { warning: " " }, gone: { warning: "It goes nowhere" } };
  expect(outgoingTexts({ ...content, settings }).slice(2)).toEqual([{ text: "Anna's new nose", surface: "post", channel: X, picture: null, setting: "warning" }]);
});
