import { expect, test } from "vitest";
import { aContent } from "../../test-support/a-practice.ts";
import { outgoingTexts } from "./texts.ts";

const FACEBOOK = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", X = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0002", PICTURE = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0003";
const textsOf = (content: Parameters<typeof outgoingTexts>[0]) => outgoingTexts(content).map(({ draft, channels, picture }) => [draft.text, channels, picture]);

test("every text that goes out is read, with its link and hashtags, and what goes nowhere is not", () => {
  const shared = aContent("Sun and skin.", { channels: [FACEBOOK, X], overrides: { [X]: "Sun." }, hashtags: ["spf"], link: "https://example.com" });
  expect(textsOf(shared)).toEqual([["Sun and skin.\n\nhttps://example.com\n\n#spf", [], null], ["Sun.\n\nhttps://example.com\n\n#spf", [X], null]]);
  expect(textsOf({ ...shared, channels: [X] })).toEqual([["Sun.\n\nhttps://example.com\n\n#spf", [X], null]]);
  expect(textsOf({ ...shared, channels: [FACEBOOK] }).map(([text]) => text)).toEqual(["Sun and skin.\n\nhttps://example.com\n\n#spf"]);
});

test("what a picture says to those who do not see it is read as a caption", () => {
  const [, alt] = outgoingTexts(aContent("Our team.", { pictures: [{ id: PICTURE, name: "a.png", alt: "Dr. Ortiz with a patient" }, { id: X, name: "b.png", alt: " " }] }));
  expect(alt).toEqual({ draft: { text: "Dr. Ortiz with a patient", surface: "caption" }, channels: [], picture: PICTURE });
});

test("only a reply is read beside what it answers", () => {
  const inReplyTo = { kind: "review" as const, author: "Anna", text: "Loved it." };
  expect(outgoingTexts(aContent("Thank you.", { surface: "reply", inReplyTo }))[0]!.draft.inReplyTo).toEqual(inReplyTo);
  expect(outgoingTexts(aContent("Thank you.", { inReplyTo }))[0]!.draft.inReplyTo).toBeNull();
});
