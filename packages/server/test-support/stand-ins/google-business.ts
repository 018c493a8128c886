/** A stand-in for Google Business Profile: two locations of one account, their posts and their reviews. */
import type { Context, Hono } from "hono";
import { GOOGLE_ACCESS, GOOGLE_REFRESH, googleApp, googleError, googleErrors, googleSignIn, needs } from "./google.ts";
import type { Effect, StandIn, World } from "./stand-in.ts";

const SCOPE = "https://www.googleapis.com/auth/business.manage", ACCOUNT = "accounts/101";
const LOCATIONS = [
  { name: "locations/201", title: "Juniper Skin, Main Street", metadata: { mapsUri: "https://maps.google.com/?cid=201", canOperateLocalPost: true, hasVoiceOfMerchant: true } },
  { name: "locations/202", title: "Juniper Skin, Riverside", metadata: { mapsUri: "https://maps.google.com/?cid=202", canOperateLocalPost: false, hasVoiceOfMerchant: false } },
];

export const googleBusinessFixture = {
  app: googleApp,
  account: { id: `${ACCOUNT}/locations/201`, name: "Juniper Skin, Main Street", handle: "Juniper Skin, Main Street", url: "https://maps.google.com/?cid=201", host: null, more: { account: ACCOUNT, location: "locations/201" } },
  credentials: { access: GOOGLE_ACCESS, refresh: GOOGLE_REFRESH, expiresAt: null, refreshExpiresAt: null, scopes: [SCOPE], more: {} },
  settings: {},
};

interface Post { name: string; summary: string; state: string; searchUrl: string; createTime: string; updateTime: string; media?: unknown[]; effect: Effect; pollsLeft: number }
interface Review { name: string; reviewId: string; starRating: string; comment: string; createTime: string; updateTime: string; reviewer: { displayName: string }; reviewReply?: { comment: string; updateTime: string } }

export const googleBusinessStandIn: StandIn = {
  network: "google-business",
  mounts: [
    ...googleSignIn,
    { at: "/mybusinessaccountmanagement.googleapis.com", routes: (app, world) => {
      app.get("/v1/accounts", needs(world, SCOPE), world.step("sign-in", googleErrors), (c) => c.json({ accounts: [{ name: ACCOUNT, accountName: "Juniper Skin", type: "LOCATION_GROUP" }] }));
    } },
    { at: "/mybusinessbusinessinformation.googleapis.com", routes: (app, world) => {
      const isMasked = (c: Context): boolean => Boolean(c.req.query("readMask"));
      app.get("/v1/accounts/:account/locations", needs(world, SCOPE), (c) => isMasked(c) ? c.json({ locations: LOCATIONS }) : googleError(c, 400, "INVALID_ARGUMENT"));
      app.get("/v1/locations/:location", needs(world, SCOPE), world.step("describe", googleErrors), (c) => {
        const found = LOCATIONS.find(({ name }) => name === `locations/${c.req.param("location")}`);
        return !isMasked(c) ? googleError(c, 400, "INVALID_ARGUMENT") : found ? c.json(found) : googleError(c, 404, "NOT_FOUND");
      });
    } },
    { at: "/mybusiness.googleapis.com", routes: v4 },
  ],
};

function v4(app: Hono, world: World): void {
  const posts = new Map<string, Post>(), location = "/v4/accounts/:account/locations/:location", parent = (c: Context): string => `accounts/${c.req.param("account")}/locations/${c.req.param("location")}`;
  const signed = needs(world, SCOPE), reviews = [review("r1", "FIVE", "Kind front desk and a clear price.", "2026-11-20T10:00:00Z"), review("r2", "TWO", "Forty minutes in the waiting room.", "2026-11-18T10:00:00Z")];
  const shown = ({ effect: _effect, pollsLeft: _pollsLeft, ...post }: Post): object => post;
  app.post(`${location}/localPosts`, signed, world.step("commit", googleErrors), async (c) => {
    const asked = await c.req.json<Record<string, any>>();
    if (!isValid(asked)) return googleError(c, 400, "INVALID_ARGUMENT");
    const id = world.nextId(), name = `${parent(c)}/localPosts/${id}`, at = world.now().toISOString();
    const rejected = /\d{3}[-. ]\d{3}[-. ]\d{4}/.test(asked["summary"]), slow = world.take("commit", ["slow"]) !== undefined;
    const effect: Effect = { network: "google-business", id: name, account: parent(c), text: asked["summary"], pictures: asked["media"]?.length ?? 0, at, isRemoved: rejected };
    const post: Post = { name, summary: asked["summary"], state: rejected ? "REJECTED" : slow ? "PROCESSING" : "LIVE", searchUrl: `https://local.google.com/place?lpsid=${id}`, createTime: at, updateTime: at, ...asked["media"] ? { media: asked["media"] } : {}, effect, pollsLeft: slow ? 2 : 0 };
    posts.set(name, post);
    world.effects.push(effect);
    return c.json(shown(post));
  });
  app.get(`${location}/localPosts`, signed, world.step("reconcile", googleErrors), (c) => {
    const all = [...posts.values()].filter(({ name }) => name.startsWith(`${parent(c)}/`)).reverse(), from = Number(c.req.query("pageToken") ?? 0), size = Math.min(Number(c.req.query("pageSize") ?? 20), 100);
    return c.json({ localPosts: all.slice(from, from + size).map(shown), ...from + size < all.length ? { nextPageToken: String(from + size) } : {} });
  });
  app.get(`${location}/localPosts/:post`, signed, world.step("read-back", googleErrors), (c) => {
    const post = posts.get(`${parent(c)}/localPosts/${c.req.param("post")}`);
    if (!post) return googleError(c, 404, "NOT_FOUND");
    if (post.state === "PROCESSING" && post.pollsLeft-- <= 0) post.state = "LIVE";
    return c.json(shown(post));
  });
  app.delete(`${location}/localPosts/:post`, signed, world.step("remove", googleErrors), (c) => {
    const name = `${parent(c)}/localPosts/${c.req.param("post")}`, post = posts.get(name);
    if (!post) return googleError(c, 404, "NOT_FOUND");
    post.effect.isRemoved = true;
    posts.delete(name);
    return c.json({});
  });
  app.get(`${location}/reviews`, signed, world.step("incoming", googleErrors), (c) => {
    if (Number(c.req.query("pageSize") ?? 50) > 50) return googleError(c, 400, "INVALID_ARGUMENT");
    return c.json({ reviews: parent(c) === googleBusinessFixture.account.id ? reviews : [], averageRating: 3.5, totalReviewCount: reviews.length });
  });
  app.put(`${location}/reviews/:review/reply`, signed, world.step("reply", googleErrors), async (c) => {
    const { comment } = await c.req.json<{ comment?: string }>(), found = reviews.find(({ reviewId }) => reviewId === c.req.param("review"));
    if (!found) return googleError(c, 404, "NOT_FOUND");
    if (!comment || Buffer.byteLength(comment) > 4_096) return googleError(c, 400, "INVALID_ARGUMENT");
    found.reviewReply = { comment, updateTime: world.now().toISOString() };
    return c.json(found.reviewReply);
  });
}

const review = (id: string, starRating: string, comment: string, at: string): Review => ({ name: `${googleBusinessFixture.account.id}/reviews/${id}`, reviewId: id, starRating, comment, createTime: at, updateTime: at, reviewer: { displayName: "A visitor" } });

function isValid({ languageCode, summary, topicType, callToAction, media = [] }: Record<string, any>): boolean {
  const isButton = callToAction === undefined || (["BOOK", "ORDER", "SHOP", "LEARN_MORE", "SIGN_UP"].includes(callToAction.actionType) && URL.canParse(callToAction.url)) || (callToAction.actionType === "CALL" && callToAction.url === undefined);
  const arePictures = Array.isArray(media) && media.length <= 1 && media.every(({ mediaFormat, sourceUrl }) => mediaFormat === "PHOTO" && URL.canParse(sourceUrl));
  return typeof summary === "string" && summary.length > 0 && summary.length <= 1_500 && topicType === "STANDARD" && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(languageCode ?? "") && isButton && arePictures;
}
