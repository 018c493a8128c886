import { type Channel, noticesOf } from "@chaperone/contract";
import { expect, test } from "vitest";
import { askedOf, asksOf, firstThatStops } from "./asked.ts";
import { blank, withAnswer } from "./draft.ts";

const channel = (id: string, network: Channel["network"], connected = true): Channel => ({ id, network, name: id, url: null, connected, paused: false, usual: {} });
const channels = [channel("facebook", "facebook"), channel("pins", "pinterest"), channel("google", "google-business")];
const content = { ...blank(["facebook", "pins", "google", "gone"], null).content, text: "Call 757-555-0142." };
const asked = (of = content) => askedOf(noticesOf, "", of, channels, new Map());

test("the channels of the post are asked in its order, and one that is no longer there is left out", () => expect(asked().map((one) => one.channel.id)).toEqual(["facebook", "pins", "google"]));
test("the button says what the first one wants: a choice by its words, anything else by the network", () => {
  expect(asksOf(asked())).toBe("Choose a board");
  const onBoard = { ...withAnswer(content, "pins", "board", "1"), channels: ["facebook", "google"] };
  expect([asksOf(asked(onBoard)), firstThatStops(asked(onBoard))?.channel.id]).toEqual(["Google Business asks", "google"]);
});
test("where somebody posts by hand nobody waits", () => expect(asksOf(askedOf(noticesOf, "", content, channels.map((one) => ({ ...one, connected: false })), new Map()))).toBeNull());
