import type { Connection, NetworkSetUp } from "@chaperone/contract";
import { expect, test } from "vitest";
import { byHandSays, canConnect, isReady, standingOf } from "./words.ts";

const channel = { id: "c", network: "facebook" as const, name: "Seapine", url: null, connected: true, paused: false };
const standing = (state: Connection["state"], more: Partial<Connection["channel"]> = {}) => standingOf({ channel: { ...channel, ...more }, state });

test("a pause is said before anything else, and a rehearsal is never called connected", () => {
  expect(standing("connected")).toEqual({ kind: "clear", word: "Connected" });
  expect(standing("needs-sign-in")).toEqual({ kind: "question", word: "Sign in again" });
  expect(standing("connected", { paused: true })).toEqual({ kind: "wait", word: "Paused" });
  expect(standing("connected", { network: "rehearsal" })).toEqual({ kind: "note", word: "Goes nowhere" });
  expect([standing("by-hand").word, standing("not-connected").word]).toEqual(["Posted by hand", "Posted by hand"]);
});

test("a channel that was signed out says that posts are held, and not that somebody posts them", () => {
  expect(byHandSays({ channel, state: "needs-sign-in" }, true)).toContain("held");
  expect(byHandSays({ channel, state: "not-connected" }, true)).toContain("somebody posts it");
});

test("one press is enough once the app is registered, and where no server is asked for", () => {
  const setUp: NetworkSetUp = { network: "facebook", by: "oauth", fields: [], app: "own", appClientId: null, asksHost: false, redirectUri: "", scopes: [], steps: [], notes: [], ways: [], fetchesMedia: true };
  expect([isReady(setUp), isReady({ ...setUp, appClientId: "1" }), isReady({ ...setUp, app: "registered", asksHost: true }), isReady({ ...setUp, by: "form" })]).toEqual([false, true, false, false]);
  expect([canConnect(setUp), canConnect({ ...setUp, by: "nothing" }), canConnect(undefined)]).toEqual([true, false, false]);
});
