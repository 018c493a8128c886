import type { Connection, NetworkSetUp } from "@chaperone/contract";
import { expect, test } from "vitest";
import { accountSays, byHandSays, byNeed, byReason, canConnect, inOneLine, isReady, standingOf } from "./words.ts";

const channel = { id: "c", network: "facebook" as const, name: "Seapine", url: null, connected: true, paused: false, usual: {} };
const standing = (state: Connection["state"], more: Partial<Connection["channel"]> = {}) => standingOf({ channel: { ...channel, ...more }, state, warns: false });

test("a pause is said before anything else, and a rehearsal is never called connected", () => {
  expect(standing("connected")).toEqual({ kind: "clear", word: "Connected" });
  expect(standing("needs-sign-in")).toEqual({ kind: "question", word: "Sign in again" });
  expect(standing("connected", { paused: true })).toEqual({ kind: "wait", word: "Paused" });
  expect(standing("connected", { network: "rehearsal" })).toEqual({ kind: "note", word: "Goes nowhere" });
  expect(standingOf({ channel, state: "connected", warns: true })).toEqual({ kind: "question", word: "Ends soon" });
  expect([standing("by-hand").word, standing("not-connected").word]).toEqual(["Posted by hand", "Posted by hand"]);
});

test("a channel that nobody signed in says that somebody posts, and one that was never asked says to test it", () => {
  expect(byHandSays({ channel, state: "not-connected" }, true)).toContain("somebody posts it");
  expect(byHandSays({ channel, state: "connected" }, true)).toContain("Test it");
});

test("what is missing for one reason is told once, and for another apart", () => {
  const missing = [{ ability: "read", why: "Pages only.", next: "Apply." }, { ability: "publish", why: "Not verified.", next: "Verify it." }, { ability: "reply", why: "Pages only.", next: "Apply." }] as const;
  expect(byReason([...missing]).map(({ abilities }) => abilities)).toEqual([["read", "reply"], ["publish"]]);
  expect([inOneLine(["publish"]), inOneLine(["reply", "metrics"])]).toEqual(["Post", "Answer and read the figures"]);
});

test("the account is not told what the name or the handle says already", () => {
  const account = { name: "Seapine", handle: "@seapine@mastodon.example", url: null, host: "https://mastodon.example", way: null };
  expect(accountSays({ channel, account })).toEqual({ handle: "@seapine@mastodon.example", host: null });
  expect(accountSays({ channel, account: { ...account, handle: "Seapine" } })).toEqual({ handle: null, host: "mastodon.example" });
});

test("what asks for a person stands first, and the rehearsal last", () => {
  const one = (network: Connection["channel"]["network"], state: Connection["state"], warns = false): Connection => ({ channel: { ...channel, network }, state, warns, account: null, says: null, scopes: [], ends: null, testedAt: null, described: null, connectedAt: null });
  expect(byNeed([one("rehearsal", "connected"), one("facebook", "connected"), one("linkedin", "connected", true), one("x", "needs-sign-in")]).map((each) => each.channel.network)).toEqual(["x", "linkedin", "facebook", "rehearsal"]);
});

test("one press is enough once the app is registered, and where no server is asked for", () => {
  const setUp: NetworkSetUp = { network: "facebook", by: "oauth", fields: [], app: "own", appClientId: null, asksHost: false, redirectUri: "", scopes: [], steps: [], notes: [], ways: [], fetchesMedia: true };
  const ready = (more: Partial<NetworkSetUp>, host: string | null = null) => isReady({ ...setUp, ...more }, host);
  expect([ready({}), ready({ appClientId: "1" }), ready({ app: "registered", asksHost: true }), ready({ by: "form" })]).toEqual([false, true, false, false]);
  const way = (host: string | null, appClientId: string | null) => ({ host, appClientId, label: "", detail: "", steps: [], notes: [] });
  expect([ready({ ways: [way(null, null), way("pages", "2")] }), ready({ ways: [way(null, null), way("pages", "2")] }, "pages")]).toEqual([false, true]);
  expect([canConnect(setUp), canConnect({ ...setUp, by: "nothing" }), canConnect(undefined)]).toEqual([true, false, false]);
});
