import { expect, test } from "vitest";
import { outgoing, textOf } from "./outgoing.ts";

const post = { text: "Flu shots from Monday. #flushot", overrides: { x: "Flu shots, Monday." }, link: "https://seapine.example/flu", hashtags: ["FluShot", "#VirginiaBeach"] };

test("a channel says its own text where it has one", () => expect([textOf(post, "x"), textOf(post, "facebook"), textOf(post, null)]).toEqual(["Flu shots, Monday.", post.text, post.text]));
test("address and hashtags follow the text, and none twice", () => {
  expect(outgoing(post, "facebook")).toBe("Flu shots from Monday. #flushot\n\nhttps://seapine.example/flu\n\n#VirginiaBeach");
  expect(outgoing(post, "x")).toBe("Flu shots, Monday.\n\nhttps://seapine.example/flu\n\n#FluShot #VirginiaBeach");
});
test("a text with nothing behind it stays as typed", () => expect(outgoing({ text: " Hello \n", overrides: {}, link: null, hashtags: [] }, null)).toBe(" Hello \n"));
test("an own text that is empty is still its own", () => expect(textOf({ text: "Shared", overrides: { x: "" } }, "x")).toBe(""));
