import { describe, expect, test } from "vitest";
import type { Content } from "../posts.ts";
import { NETWORK_IDS, type NetworkId } from "../practices.ts";
import { noticesOf } from "./notices.ts";

const CHANNEL = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001", picture = { id: "p", name: "a.png", alt: "" };
const said = (text: string, more: Partial<Content> = {}): Content => ({ surface: "post", text, channels: [CHANNEL], overrides: {}, link: null, hashtags: [], pictures: [], pillar: "educational", pillarReason: null, inReplyTo: null, reasons: [], ...more });
const on = (network: NetworkId, content: Content, { connected = true, title = "", described = null as Parameters<typeof noticesOf>[2] } = {}) => noticesOf({ title, content }, { id: CHANNEL, network, connected }, described);
const stopped = (...given: Parameters<typeof on>): string[] => on(...given).filter(({ stops }) => stops).map(({ id }) => id);
const ids = (...given: Parameters<typeof on>): string[] => on(...given).map(({ id }) => id);

test("a plain post with a picture is stopped by no network but those that ask who sees it, or where it goes", () => {
  const plain = said("Sunscreen, every two hours.", { pictures: [picture] });
  expect(NETWORK_IDS.filter((network) => stopped(network, plain).length > 0)).toEqual(["youtube", "tiktok", "pinterest"]);
});
describe("X", () => {
  test("says what a post costs, and more with an address in it, however it is written", () => {
    expect(on("x", said("Hours"))[0]!.says).toContain("$0.015");
    for (const text of ["See https://seapine.com/hours", "See seapine.com today"]) expect(on("x", said(text))[0]!.says).toContain("$0.20 for a post with a link");
    expect(on("x", said("Hours", { link: "https://seapine.com" }))[0]!.says).toContain("$0.20 for a post with a link");
  });
  test("an answer costs less, and goes only to whoever mentioned the account", () => {
    const reply = said("Thank you!", { surface: "reply" });
    expect(on("x", reply)[0]!.says).toContain("$0.01 ");
    expect(ids("x", reply)).toContain("mentioned");
  });
});
describe("Google Business", () => {
  test.each(["Call (757) 555-0142", "757-555-0142", "757.555.0142", "+1 757 555 0142", "+49 30 901820"])("a telephone number stops: %s", (text) => expect(stopped("google-business", said(text))).toEqual(["telephone"]));
  test.each(["Open 8-5, suite 210, 23451-1234", "In 2026, 15 of 20 people", "Lot 12345-678-9012"])("figures that are none do not: %s", (text) => expect(stopped("google-business", said(text))).toEqual([]));
  test("a button that leads somewhere needs an address, and “Call” does not", () => {
    const with_ = (action: string, link: string | null) => stopped("google-business", said("Book a skin check.", { link, settings: { [CHANNEL]: { action } } }));
    expect([with_("BOOK", null), with_("BOOK", "https://seapine.example"), with_("CALL", null), with_("none", null)]).toEqual([["button"], [], [], []]);
  });
});
describe("TikTok", () => {
  const video = { pictures: [picture] };
  test("asks who sees it, and nobody has chosen beforehand", () => expect(on("tiktok", said("Sun", video))[0]).toMatchObject({ stops: true, setting: "privacy", says: "Choose who sees it." }));
  test("branded content cannot be for one's own eyes", () => expect(stopped("tiktok", said("Sun", { ...video, settings: { [CHANNEL]: { privacy: "SELF_ONLY", brandedContent: true } } }))).toEqual(["branded"]));
});
test("YouTube takes videos, and asks two things", () => expect(stopped("youtube", said("Sun"))).toEqual(["setting-privacyStatus", "setting-madeForKids", "video"]));
test("Instagram and Pinterest have no post without a picture", () => {
  expect(stopped("instagram", said("Sun"))).toEqual(["picture"]);
  expect(stopped("pinterest", said("Sun", { settings: { [CHANNEL]: { board: "1" } } }))).toEqual(["picture"]);
});
test("more pictures, hashtags or title than a network takes stop", () => {
  expect(stopped("google-business", said("Sun", { pictures: [picture, picture] }))).toEqual(["pictures"]);
  expect(stopped("instagram", said(Array.from({ length: 31 }, (_, at) => `#tag${at}a`).join(" "), { pictures: [picture] }))).toEqual(["hashtags"]);
  expect(stopped("pinterest", said("Sun", { pictures: [picture], settings: { [CHANNEL]: { board: "1" } } }), { title: "a".repeat(101) })).toEqual(["title"]);
});
test("a text that is too long stops, by the account's own bound where it has one", () => {
  const long = said("a".repeat(600)), described = { can: [], missing: [], notes: [], limits: { characters: 1000 }, choices: {} };
  expect(on("mastodon", long)).toMatchObject([{ id: "too-long", stops: true, says: "Mastodon takes 500 characters here. Shorten the text by 100." }]);
  expect(stopped("mastodon", long, { described })).toEqual([]);
});
test("an address that nobody can press is told, not stopped", () => expect(on("instagram", said("seapine.com", { pictures: [picture] }))).toMatchObject([{ id: "link", stops: false }]));
test("a channel's own text and link count, not the shared ones", () => {
  expect(stopped("google-business", said("Call 757-555-0142", { overrides: { [CHANNEL]: "Use the button." } }))).toEqual([]);
});
test("what the account may not do today stops, in the network's words", () => {
  const described = { can: [], missing: [{ ability: "publish" as const, why: "The permission to post is missing.", next: "Sign in again." }], notes: [], limits: {}, choices: {} };
  expect(on("facebook", said("Sun"), { described })).toEqual([{ id: "cannot-publish", stops: true, says: "The permission to post is missing. Sign in again." }]);
});
test("where somebody posts by hand nothing stops, and what is only the desk's to choose is not asked", () => {
  expect(on("tiktok", said("Sun"), { connected: false }).filter(({ stops, setting }) => stops || setting)).toEqual([]);
  expect(ids("google-business", said("757-555-0142"), { connected: false })).toEqual(["telephone"]);
});
