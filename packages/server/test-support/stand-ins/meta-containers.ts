/** Containers, for the stand-ins of Instagram and Threads: made, filled by fetching, published, and then a post that can be read. */
import type { Context, Hono } from "hono";
import { type Fetched, fetchMedium, type Takes } from "./media-fetched.ts";
import { type Given, givenOf, graphError, isSince, metaErrors, metaTime, signedBy, type Tokens, wordOf } from "./meta.ts";
import type { Effect, Step, World } from "./stand-in.ts";

interface Container { id: string; text: string; type: string; media: number; children: string[]; state: "IN_PROGRESS" | "FINISHED" | "ERROR" | "PUBLISHED"; reason: string; polls: number; isChild: boolean; replyTo: string; wasAsked: boolean }
export interface Post { id: string; text: string; type: string; children: string[]; at: Date; effect: Effect; replyTo: string }
export interface Answering {
  network: "instagram" | "threads"; version: string; account: { id: string; handle: string }; tokens: Tokens;
  scopes: { basic: string; publish: string };
  /** How its calls and fields are named. */
  names: { make: string; publish: string; quota: string; list: string; text: string; status: string; reason: string };
  pictures: Takes; videos: Takes; mostChildren: number;
  /** What it says when a container could not be filled. */
  reasons: Record<Exclude<Fetched, "fetched">, string>;
  /** Undefined where it takes what is asked for. */
  refuse(c: Context, given: Given, media: number): Response | undefined;
}
export interface State { containers: Map<string, Container>; posts: Map<string, Post> }
export const emptyState = (): State => ({ containers: new Map(), posts: new Map() });

export function containerRoutes(part: Hono, world: World, it: Answering, { containers, posts }: State): void {
  const { names, tokens, version, account } = it, at = `/${version}`, signed = (c: Context, scope: string, who?: string) => signedBy(c, tokens, scope, who);

  part.post(`${at}/:account/${names.make}`, world.step("prepare", metaErrors), async (c) => {
    const given = await givenOf(c), holder = await signed(c, it.scopes.publish, c.req.param("account"));
    if (holder instanceof Response) return holder;
    const isChild = given.is_carousel_item === "true", type = wordOf(given, "media_type") || "IMAGE", picture = wordOf(given, "image_url"), video = wordOf(given, "video_url"), children = wordOf(given, "children").split(",").filter(Boolean);
    const wrong = type === "CAROUSEL" ? children.length < 2 || children.length > it.mostChildren || children.some((id) => !containers.get(id)?.isChild || containers.get(id)?.state !== "FINISHED") : (picture !== "") === (video !== "") && type !== "TEXT";
    if (wrong || (isChild && wordOf(given, names.text) !== "")) return graphError(c, 400, 100);
    const no = it.refuse(c, given, children.length || (picture || video ? 1 : 0));
    if (no) return no;
    const made: Container = { id: world.nextId(), text: wordOf(given, names.text), type, media: children.length || (picture || video ? 1 : 0), children, state: "IN_PROGRESS", reason: "", polls: world.take("prepare", ["slow"]) ? 3 : 1, isChild, replyTo: wordOf(given, "reply_to_id"), wasAsked: false };
    containers.set(made.id, made);
    if (picture || video) {
      const fetched = await fetchMedium(picture || video, picture ? it.pictures : it.videos);
      if (fetched !== "fetched") Object.assign(made, { state: "ERROR", reason: it.reasons[fetched] });
    }
    return c.json({ id: made.id });
  });

  part.get(`${at}/:account/${names.quota}`, world.step("describe", metaErrors), async (c) => {
    const holder = await signed(c, it.scopes.basic, c.req.param("account"));
    return holder instanceof Response ? holder : c.json({ data: [{ quota_usage: posts.size, config: { quota_total: 250, quota_duration: 86_400 }, reply_quota_usage: 0, reply_config: { quota_total: 1000, quota_duration: 86_400 } }] });
  });

  const stepOfPublish = async (c: Context): Promise<Step> => {
    const container = containers.get(wordOf(await givenOf(c), "creation_id"));
    if (container) container.wasAsked = true;
    return container?.replyTo ? "reply" : "commit";
  };
  part.post(`${at}/:account/${names.publish}`, async (c, next) => world.step(await stepOfPublish(c), metaErrors)(c, next), async (c) => {
    const given = await givenOf(c), holder = await signed(c, it.scopes.publish, c.req.param("account"));
    if (holder instanceof Response) return holder;
    const container = containers.get(wordOf(given, "creation_id"));
    if (!container || container.isChild) return graphError(c, 400, 100, 33);
    if (container.state !== "FINISHED") return it.network === "threads" ? graphError(c, 400, 24, 4279009) : graphError(c, 400, 9007, 2207027);
    container.state = "PUBLISHED";
    // Spaces at the ends are dropped there.
    const id = world.nextId(), text = container.text.trim(), effect: Effect = { network: it.network, id, account: account.id, text, pictures: container.type === "VIDEO" || container.type === "REELS" ? 0 : container.media, at: world.now().toISOString(), isRemoved: false };
    if (!container.replyTo) world.effects.push(effect);
    posts.set(id, { id, text, type: container.type, children: container.children, at: world.now(), effect, replyTo: container.replyTo });
    return c.json({ id });
  });

  part.get(`${at}/:account/${names.list}`, async (c, next) => world.step(/comments|has_replies/.test(c.req.query("fields") ?? "") ? "incoming" : "reconcile", metaErrors)(c, next), async (c, next) => {
    const holder = await signed(c, it.scopes.basic, c.req.param("account"));
    if (holder instanceof Response) return holder;
    if (/comments|has_replies/.test(c.req.query("fields") ?? "")) return next();
    return c.json({ data: [...posts.values()].filter((post) => !post.effect.isRemoved && post.replyTo === "" && isSince(c, post.at)).reverse().map((post) => shown(it, post)), paging: {} });
  });

  part.get(`${at}/:id`, async (c, next) => {
    const id = c.req.param("id"), container = containers.get(id);
    if (id === "me" || id === "debug_token") return next();
    return world.step(id === account.id ? "describe" : container ? container.wasAsked ? "reconcile" : "prepare" : "read-back", metaErrors)(c, next);
  }, async (c, next) => {
    const id = c.req.param("id"), container = containers.get(id), post = posts.get(id);
    if (id === "me" || id === "debug_token") return next();
    const holder = await signed(c, it.scopes.basic);
    if (holder instanceof Response) return holder;
    if (id === account.id) return c.json({ id, username: account.handle });
    if (container) {
      if (container.state === "IN_PROGRESS" && --container.polls < 0) container.state = "FINISHED";
      return c.json({ id, [names.status]: container.state, ...(container.reason ? { [names.reason]: container.reason } : {}) });
    }
    return post && !post.effect.isRemoved ? c.json(shown(it, post)) : graphError(c, 400, 100, 33);
  });
}

const shown = ({ names, network }: Answering, { id, text, type, children, at }: Post): unknown => ({
  id, [names.text]: text, media_type: network === "threads" ? { TEXT: "TEXT_POST", CAROUSEL: "CAROUSEL_ALBUM" }[type] ?? type : { CAROUSEL: "CAROUSEL_ALBUM", REELS: "VIDEO" }[type] ?? type,
  timestamp: metaTime(at), permalink: network === "threads" ? `https://www.threads.net/@seapinemedspa/post/${id}` : `https://www.instagram.com/p/${id}/`, ...(children.length > 0 ? { children: { data: children.map((child) => ({ id: child })) } } : {}),
});

