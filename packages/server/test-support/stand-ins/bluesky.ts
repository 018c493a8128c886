/** Bluesky's real server with faults in front of it. The two hosts that know identities are led to it as well. */
import type { BlueskyServer } from "../bluesky-server.ts";
import { type Asked, faultProxy } from "./fault-proxy.ts";
import { type Effect, type Errors, resetsAt, type StandIn, type Step, type World } from "./stand-in.ts";

const STEPS: Record<string, Step[]> = {
  "com.atproto.server.createSession": ["sign-in"], "com.atproto.server.refreshSession": ["sign-in"], "com.atproto.identity.resolveHandle": ["sign-in"],
  "com.atproto.server.getSession": ["describe"], "com.atproto.repo.uploadBlob": ["prepare"], "com.atproto.repo.createRecord": ["commit"], "com.atproto.repo.putRecord": ["commit"],
  "com.atproto.repo.getRecord": ["reconcile", "read-back"], "com.atproto.repo.deleteRecord": ["remove"], "app.bsky.notification.listNotifications": ["incoming"], "app.bsky.feed.getPosts": ["metrics"],
};

export const blueskyBehindFaults = (server: Pick<BlueskyServer, "address" | "directory">): StandIn => ({
  network: "bluesky",
  mounts: [
    { at: "/plc.directory", routes: (app, world) => { app.all("*", faultProxy(world, { target: server.directory, under: "/plc.directory", stepsOf: () => ["sign-in"], errors })); } },
    { at: "/public.api.bsky.app", routes: (app, world) => { app.all("*", faultProxy(world, { target: server.address, under: "/public.api.bsky.app", stepsOf, errors })); } },
    { at: "", routes: (app, world) => { app.all("/xrpc/*", faultProxy(world, { target: server.address, stepsOf, errors, heard: (asked, answer) => { note(world, asked, answer); } })); } },
  ],
});

function stepsOf({ path, body }: Asked): Step[] {
  const steps = STEPS[methodIn(path)] ?? [];
  return steps[0] === "commit" && isReply(body) ? ["reply"] : steps;
}

const methodIn = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const isReply = (body: unknown): boolean => "reply" in ((body as Writing | undefined)?.record ?? {});

interface Writing { repo: string; rkey?: string; collection: string; record?: { text?: string; embed?: { images?: unknown[] }; reply?: unknown } }

/** The server answers a write that changed nothing without naming a change. */
function note(world: World, { path, body }: Asked, answer: unknown): void {
  const method = methodIn(path), { repo, rkey, collection, record } = body as Writing ?? {}, { uri, commit } = answer as { uri?: string; commit?: unknown } ?? {};
  if (method === "com.atproto.repo.deleteRecord") for (const effect of world.effects) if (effect.id === `at://${repo}/${collection}/${rkey}`) effect.isRemoved = true;
  if (!/(create|put)Record$/.test(method) || !uri || !commit) return;
  const effect: Effect = { network: "bluesky", id: uri, account: repo, text: record?.text ?? "", pictures: record?.embed?.images?.length ?? 0, at: world.now().toISOString(), isRemoved: false };
  world.effects.push(effect);
}

/** As the real server says it; what it says in words is never read. */
const errors: Errors = {
  "429": (c) => c.json({ error: "RateLimitExceeded", message: "Rate Limit Exceeded" }, 429, { "ratelimit-limit": "5000", "ratelimit-remaining": "0", "ratelimit-reset": String(Math.floor(resetsAt(new Date()).getTime() / 1000)) }),
  "500": (c) => c.json({ error: "InternalServerError", message: "Internal Server Error" }, 500),
  "expired-token": (c) => c.json({ error: "ExpiredToken", message: "Token has expired" }, 400),
  "revoked-token": (c) => c.json({ error: "InvalidToken", message: "Token could not be verified" }, 400),
  permission: (c) => c.json({ error: "ScopeMissingError", message: "Missing required scope" }, 403),
  "invalid-media": (c) => c.json({ error: "InvalidMimeType", message: "Referenced Mimetype does not match stored blob" }, 400),
};
