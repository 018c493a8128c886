/** What is on the Page: did ours go out, how does it read, is it gone. */
import { z } from "zod";
import { isMissing } from "../meta/errors.ts";
import { goneOr } from "../meta/gone.ts";
import { bodyOf, get, type Graph } from "../meta/graph.ts";
import { list } from "../meta/list.ts";
import { type Own, ours } from "../meta/own-posts.ts";
import { takeDown } from "../meta/take-down.ts";
import type { Network } from "../network.ts";
import { absentOnceSettled } from "../settled.ts";
import { sinceOf } from "../since.ts";
import { unclearOn } from "../tell-apart.ts";
import type { Trace } from "../trace.ts";
import { pageOf, refusalFor } from "./page.ts";
import { photosOf } from "./photos.ts";
import { absolute } from "./publish.ts";
import { statusOf, videoIn } from "./reels.ts";

const target = z.object({ target: z.object({ id: z.string() }).optional(), media_type: z.string().optional() });
const attachments = z.object({ data: z.array(target.extend({ subattachments: z.object({ data: z.array(target) }).optional() })) }).optional();
const postShape = z.object({ id: z.string(), message: z.string().optional(), created_time: z.string(), permalink_url: z.string().optional(), is_published: z.boolean().optional(), attachments });
const FIELDS = "id,message,created_time,permalink_url,is_published,attachments{media_type,target{id},subattachments{media_type,target{id}}}";

/** Albums hold their pictures one level down. */
const photosIn = ({ attachments }: z.infer<typeof postShape>): string[] => (attachments?.data ?? []).flatMap((one) => one.subattachments?.data ?? [one]).filter(({ media_type }) => media_type === "photo").flatMap(({ target }) => target?.id ?? []);

export const reconcile: Network["reconcile"] = async (session, outgoing, prepared, trace) => {
  const graph = pageOf(session), { video } = videoIn(prepared);
  if (video !== null) return reconcileReel(graph, video, trace);
  const found = await list(graph, `${session.account.id}/published_posts`, { fields: FIELDS, since: String(Math.floor(sinceOf(outgoing).getTime() / 1000)), limit: "100" }, postShape);
  if (found.is === "refused") return found;
  const staged = photosOf(prepared), own = found.items.map((post): Own & { photos: string[] } => ({ id: post.id, text: post.message ?? "", at: post.created_time, url: post.permalink_url ?? null, pictures: null, photos: photosIn(post) }));
  // A staged picture belongs to one post only, so it says more than the words do.
  const post = staged.length > 0 ? own.find(({ photos }) => photos.some((id) => staged.includes(id))) ?? "none" : await ours(own.filter(({ photos }) => photos.length === 0), outgoing, trace);
  if (post === "unclear") return unclearOn("Facebook");
  if (post !== "none") return { is: "committed", remote: { id: post.id, url: post.url, more: { kind: "post" } } };
  return found.isWhole ? absentOnceSettled(trace, graph.now, "Facebook") : { is: "cannot-tell", says: "There are more posts on the Page since then than the desk reads. Look on Facebook yourself." };
};

/** The upload knows whether it was published. */
async function reconcileReel(graph: Graph, video: string, trace: Trace): ReturnType<Network["reconcile"]> {
  const there = await statusOf(graph, video);
  if ("kind" in there) return there;
  const publishing = there.status.publishing_phase?.status ?? "not_started";
  if (publishing === "error") return { is: "absent" };
  if (publishing === "not_started") return absentOnceSettled(trace, graph.now, "Facebook");
  return { is: "committed", remote: { id: video, url: there.permalink_url ? absolute(there.permalink_url) : null, more: { kind: "video" } } };
}

const reel = z.object({ description: z.string().optional(), permalink_url: z.string().optional(), published: z.boolean().optional() });

export const readBack: NonNullable<Network["readBack"]> = async (session, { id, more }) => {
  const graph = pageOf(session);
  if (more?.kind === "video") {
    const answer = await get(graph, id, { fields: "description,permalink_url,published" }), body = bodyOf(answer, reel);
    if (!body) return isMissing(answer) ? goneOr(refusalFor, graph, session.account.id) : refusalFor(answer, graph);
    return { is: "read", text: body.description ?? "", url: body.permalink_url ? absolute(body.permalink_url) : null, isPublic: body.published ?? true, pictures: 0 };
  }
  const answer = await get(graph, id, { fields: FIELDS }), body = bodyOf(answer, postShape);
  if (!body) return isMissing(answer) ? goneOr(refusalFor, graph, session.account.id) : refusalFor(answer, graph);
  return { is: "read", text: body.message ?? "", url: body.permalink_url ?? null, isPublic: body.is_published ?? true, pictures: photosIn(body).length };
};

export const remove: NonNullable<Network["remove"]> = (session, { id }) => takeDown(refusalFor, pageOf(session), session.account.id, id);
