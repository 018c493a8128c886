/** A channel signed in at the stand-ins, and things to post, for the tests of one network. */
import { makeGuard } from "../../src/networks/guard.ts";
import type { Medium, Outgoing } from "../../src/networks/outgoing.ts";
import type { Session } from "../../src/networks/session.ts";
import type { OtherPost, Trace } from "../../src/networks/trace.ts";
import type { OpenStandIns } from "./stand-in.ts";

type Signed = Pick<Session, "account" | "credentials" | "app"> & { hosts: readonly string[]; timeoutMs?: number };

/** Everything goes through the real guard, which leads the network's own addresses to the stand-in. */
export function sessionOn({ address }: Pick<OpenStandIns, "address">, { account, credentials, app, hosts, timeoutMs = 5_000 }: Signed): Session {
  const guard = makeGuard({ allowPrivate: true, standIns: address, hosts, timeoutMs });
  return { account, credentials, app, fetch: guard.fetch, guarded: guard.init, now: () => new Date() };
}

let lastMedium = 0;

/** The bytes count up, so that a part in the wrong place shows. */
export function mediumOf({ type = "image/jpeg", size = 40_000, alt = "" }: { type?: string; size?: number; alt?: string } = {}): Medium {
  const id = `medium-${++lastMedium}`, bytes = new Uint8Array(size);
  for (let at = 0; at < size; at++) bytes[at] = at % 251;
  return {
    id, kind: type.startsWith("video/") ? "video" : "picture", type, size, width: 1080, height: 1080, alt,
    bytes: async (start = 0, end = size) => bytes.slice(start, end),
    address: () => `https://desk.example.com/media/${id}`,
  };
}

/** A call that was begun just now, or so many minutes ago, beside these other posts. */
export const traceOf = ({ minutesAgo = 0, others = [] }: { minutesAgo?: number; others?: readonly OtherPost[] } = {}): Trace => ({ begunAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(), others: async () => others });

let lastKey = 0;

export const outgoingOf = (given: Partial<Outgoing> = {}): Outgoing => ({
  key: (++lastKey).toString(16).padStart(32, "0"), surface: "post", text: "Sunscreen works best when it is put on again every two hours.", title: "", link: null, hashtags: [], language: "en-US",
  media: [], settings: {}, plannedFor: new Date().toISOString(), startedAt: new Date(Date.now() - 1000).toISOString(), ...given,
});
