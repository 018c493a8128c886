/** A stand-in for Bluesky's view of the whole network (AppView), which the real server asks for what others do. Written from the lexicons; it is not the view. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Said { reason: "reply" | "mention" | "quote" | "like"; uri: string; cid: string; author: { did: string; handle: string; displayName?: string }; reasonSubject?: string; record: Record<string, unknown>; indexedAt: string }
export interface Counts { likeCount: number; replyCount: number; repostCount: number; quoteCount: number; bookmarkCount: number }

export interface BlueskyView {
  address: string;
  /** Newest first, as the view lists them. */
  said: Said[];
  counts: Map<string, Counts>;
  stop(): Promise<void>;
}

const LEAST_A_PAGE = 1, MOST_A_PAGE = 100;

export async function openBlueskyView(): Promise<BlueskyView> {
  const said: Said[] = [], counts = new Map<string, Counts>();
  const server: Server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://view");
    const [status, body] = request.headers.authorization?.startsWith("Bearer ") ? answer(pathname.replace("/xrpc/", ""), searchParams, said, counts) : [401, { error: "AuthMissing", message: "Authentication Required" }];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, said, counts, stop: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }) };
}

function answer(method: string, asked: URLSearchParams, said: Said[], counts: Map<string, Counts>): [number, object] {
  if (method === "app.bsky.notification.getUnreadCount") return [200, { count: said.length }];
  if (method === "app.bsky.feed.getPosts") return [200, { posts: asked.getAll("uris").flatMap((uri) => postView(uri, counts)) }];
  if (method !== "app.bsky.notification.listNotifications") return [501, { error: "MethodNotImplemented", message: "Method Not Implemented" }];
  const limit = Number(asked.get("limit") ?? 50), reasons = asked.getAll("reasons"), from = Number(asked.get("cursor") ?? 0);
  if (limit < LEAST_A_PAGE || limit > MOST_A_PAGE) return [400, { error: "InvalidRequest", message: "Error: limit" }];
  const wanted = said.filter(({ reason }) => reasons.length === 0 || reasons.includes(reason)), page = wanted.slice(from, from + limit);
  return [200, { notifications: page.map((one) => ({ ...one, isRead: false })), ...(from + limit < wanted.length ? { cursor: String(from + limit) } : {}) }];
}

/** Posts that it does not know are left out, as documented. */
function postView(uri: string, counts: Map<string, Counts>): object[] {
  const found = counts.get(uri), did = uri.split("/")[2]!;
  return found ? [{ uri, cid: "bafyreid5pqsm7hjlvhcfi6sbl7swu4z4qa6ljtqay2hmm7lpq37wdoonlu", author: { did, handle: "front-desk.test" }, record: {}, indexedAt: new Date().toISOString(), ...found }] : [];
}
