import { expect, test } from "vitest";
import { NETWORK_IDS } from "../practices.ts";
import { SPOKEN_SETTINGS } from "./outgoing.ts";
import { type ChoiceSetting, isAnswered, settings, unansweredOf, usualOf } from "./settings.ts";

const all = NETWORK_IDS.flatMap((network) => settings[network]), choices = all.filter((setting) => setting.kind === "choice");

test("words are just those that the check reads, and no other setting goes by such a name", () => {
  for (const { id, kind } of all) expect(SPOKEN_SETTINGS.includes(id), id).toBe(kind === "words");
});
test("a network has no two settings of a name, and each that is required says what to do", () => {
  for (const network of NETWORK_IDS) expect(new Set(settings[network].map(({ id }) => id)).size).toBe(settings[network].length);
  for (const { isRequired, ask } of choices) expect(Boolean(ask)).toBe(isRequired);
});

const privacy = settings.youtube[0] as ChoiceSetting;
test("an answer is one of the choices; what the account offers only it can judge", () => {
  expect(isAnswered(privacy, { privacyStatus: "unlisted" })).toBe(true);
  expect(isAnswered(privacy, { privacyStatus: "PUBLIC" })).toBe(false);
  expect(isAnswered(privacy, { privacyStatus: true })).toBe(false);
  expect(isAnswered(settings.pinterest[0] as ChoiceSetting, { board: "549755885175" })).toBe(true);
  expect(isAnswered(settings.pinterest[0] as ChoiceSetting, { board: "" })).toBe(false);
});
test("a network that asks for nothing has nothing open", () => expect(NETWORK_IDS.filter((network) => unansweredOf(network, {}).length > 0)).toEqual(["youtube", "tiktok", "pinterest"]));
test("what is not for children is an answer", () => expect(unansweredOf("youtube", { privacyStatus: "public", madeForKids: "no" })).toEqual([]));

test("a new post may begin with a choice or a switch, and not with words, with what is no answer, or with what is chosen each time", () => {
  expect(usualOf("mastodon", { visibility: "unlisted", warning: "Skin", sensitive: true, board: "7" })).toEqual({ visibility: "unlisted", sensitive: true });
  expect(usualOf("mastodon", { visibility: "for-me", sensitive: false })).toEqual({});
  expect(usualOf("pinterest", { board: "549755885175" })).toEqual({ board: "549755885175" });
  expect(usualOf("tiktok", { privacy: "PUBLIC_TO_EVERYONE", comment: true, yourBrand: true })).toEqual({});
});
