import { expect, test } from "vitest";
import type { Refresh } from "../networks/connect.ts";
import type { Credentials } from "../networks/session.ts";
import { canRefresh, refreshIsDue } from "./refresh-due.ts";

const now = new Date("2026-06-01T12:00:00.000Z"), refresh: Refresh = () => { throw new Error("Nobody is asked here."); };
const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();
const credentials = (expiresAt: string | null, refresh: string | null, refreshExpiresAt: string | null): Credentials => ({ access: "a", refresh, expiresAt, refreshExpiresAt, scopes: [], more: {} });

const HOURLY = (days: number, ends: string | null = null) => credentials(inDays(days), "r", ends), ITSELF = (days: number) => credentials(inDays(days), null, inDays(days)), BY_PERSON = (days: number) => credentials(null, "r", inDays(days));

test("a token with another to renew it by is renewed in its last five minutes, and not before", () => {
  expect([refreshIsDue({ refresh }, HOURLY(6 / 1440), now), refreshIsDue({ refresh }, HOURLY(4 / 1440), now), refreshIsDue({ refresh }, HOURLY(-1), now)]).toEqual([false, true, true]);
  expect(refreshIsDue({ refresh }, HOURLY(1 / 24, inDays(3)), now)).toBe(false);
});

test("one that renews itself, or lives by somebody's token, is renewed ten days ahead", () => {
  expect([ITSELF(11), ITSELF(9), BY_PERSON(11), BY_PERSON(9)].map((one) => refreshIsDue({ refresh }, one, now))).toEqual([false, true, false, true]);
});

test("on a channel that rests, what renews is renewed before it runs out", () => {
  expect([refreshIsDue({ refresh }, HOURLY(1 / 24, inDays(3)), now, true), refreshIsDue({ refresh }, HOURLY(1 / 24, inDays(30)), now, true)]).toEqual([true, false]);
});

test("what nothing renews is left alone", () => {
  const [fixed, endless] = [credentials(inDays(1 / 1440), null, null), credentials(null, null, null)];
  expect([canRefresh({ refresh }, fixed), canRefresh({}, HOURLY(1)), refreshIsDue({ refresh }, fixed, now), refreshIsDue({ refresh }, endless, now)]).toEqual([false, false, false, false]);
});
