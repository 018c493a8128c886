import type { Override, Post, PostSummary } from "@chaperone/contract";
import { expect, test } from "vitest";
import { mattersOf, nextMine, stepFrom } from "./matters.ts";

const post = (id: string) => ({ id }) as PostSummary as Post, exception = (id: string, askedBy: string) => ({ post: post(`post-${id}`), override: { id, askedBy: { id: askedBy, name: "", email: "" } } as Override });
const matters = mattersOf({ mine: [post("a"), post("b")], overrides: [exception("c", "maya"), exception("d", "ruth")], others: [post("e")] }, { me: "ruth", mayOverride: true });

test("what one can decide stands first; one's own request is for others", () =>
  expect(matters.map(({ id, isMine }) => `${id}${isMine ? "!" : ""}`)).toEqual(["a!", "b!", "c!", "e", "d"]));

test("who may not override only reads along", () =>
  expect(mattersOf({ mine: [], overrides: [exception("c", "maya")], others: [] }, { me: "jonah", mayOverride: false }).map(({ isMine }) => isMine)).toEqual([false]));

test("a step goes no further than the ends, and from nowhere to the first", () =>
  expect([stepFrom(matters, "a", -1), stepFrom(matters, "a", 1), stepFrom(matters, "d", 1), stepFrom(matters, null, 1), stepFrom([], null, 1)].map((one) => one?.id)).toEqual(["a", "b", "d", "a", undefined]));

test("after a decision comes the next of one's own, then the first one left", () =>
  expect([nextMine(matters, "a"), nextMine(matters, "c"), nextMine(matters.slice(0, 1), "a")].map((one) => one?.id)).toEqual(["b", "a", undefined]));
