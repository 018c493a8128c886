import { expect, test } from "vitest";
import { readExport } from "./exports.ts";

test("a Facebook post is read once, though its picture repeats it", () => {
  const text = "Flu shots are in \u00f0\u009f\u0092\u0089";
  const posts = readExport([{ timestamp: 1700000000, data: [{ update_timestamp: 1700000000 }, { post: text }], attachments: [{ data: [{ media: { uri: "a.jpg", description: text } }] }] }]);
  expect(posts).toEqual([{ text: "Flu shots are in 💉", channel: "facebook", surface: "post", date: new Date("2023-11-14T22:13:20Z") }]);
});

test("a Facebook picture with words of its own is a caption", () => {
  const posts = readExport([{ timestamp: 1700000000, data: [], attachments: [{ data: [{ media: { description: "Our new waiting room" } }, { external_context: { url: "https://example.com" } }] }] }]);
  expect(posts).toMatchObject([{ text: "Our new waiting room", surface: "caption" }]);
});

test("comments that the practice wrote are replies", () => {
  const posts = readExport({ comments_v2: [{ timestamp: 1700000000, data: [{ comment: { timestamp: 1700000001, comment: "Thank you for the kind words.", author: "Juniper Skin" } }] }] });
  expect(posts).toMatchObject([{ text: "Thank you for the kind words.", surface: "reply" }]);
});

test("an Instagram caption stands on the picture, or on the entry when there are several", () => {
  const posts = readExport([
    { media: [{ uri: "a.jpg", creation_timestamp: 1700000000, title: "Meet Priya, our new nurse" }] },
    { media: [{ uri: "b.jpg", creation_timestamp: 1700000000, title: "" }, { uri: "c.jpg", creation_timestamp: 1700000000, title: "" }], title: "Three myths about sunscreen", creation_timestamp: 1700086400 },
  ]);
  expect(posts).toMatchObject([
    { text: "Meet Priya, our new nurse", channel: "instagram", surface: "caption", date: new Date("2023-11-14T22:13:20Z") },
    { text: "Three myths about sunscreen", date: new Date("2023-11-15T22:13:20Z") },
  ]);
});

test("Instagram stories come in an object", () => {
  expect(readExport({ ig_stories: [{ uri: "s.jpg", creation_timestamp: 1700000000, title: "Open until six today" }] })).toMatchObject([{ text: "Open until six today" }]);
});

test("what is no export is not taken for one", () => {
  expect(readExport([{ text: "Hello" }])).toBeUndefined();
  expect(readExport({ name: "x" })).toBeUndefined();
  expect(readExport("posts")).toBeUndefined();
});
