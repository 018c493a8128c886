/** What becomes of a post's pictures: one picture, one reel, or a carousel. */
import { refusedFor } from "../meta/errors.ts";
import { type Flow, type Plan, statusIn } from "../meta/containers.ts";
import { get, type Graph, type Params } from "../meta/graph.ts";
import { spentFor, WHY } from "../meta/media-refused.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { accountGraph } from "./account.ts";

export const PICTURES = 10, PICTURE_BYTES = 8_000_000, VIDEO_BYTES = 1_000_000_000, CAPTION = 2_200;

export function unfit({ media, text, hashtags }: Outgoing): Refused | undefined {
  if (media.length === 0) return refused("content-invalid", "Instagram has no post without a picture or a video. Add one.");
  if (media.length > PICTURES) return refused("content-invalid", `Instagram takes ${PICTURES} pictures at most. Leave some out.`);
  if (media.some(({ kind, type }) => kind === "picture" && type !== "image/jpeg")) return refused("content-invalid", "Instagram takes JPEG pictures only. Use a JPEG.");
  if (text.length > CAPTION) return refused("content-invalid", `Instagram takes ${CAPTION} characters. Shorten the text.`);
  return hashtags.length > 30 ? refused("content-invalid", "Instagram takes 30 hashtags. Leave some out.") : undefined;
}

/** Reels take no text for people who do not see; a video inside a carousel is plainly a video. */
const partOf = (medium: Medium, isAlone: boolean): Params => medium.kind === "video"
  ? { media_type: isAlone ? "REELS" : "VIDEO", video_url: medium.address() }
  : { image_url: medium.address(), ...(medium.alt ? { alt_text: medium.alt } : {}) };

export function planFor({ media, text: caption }: Outgoing): Plan {
  const [first] = media;
  if (first && media.length === 1) return { children: [], whole: () => ({ ...partOf(first, true), caption }) };
  return { children: media.map((medium) => ({ ...partOf(medium, false), is_carousel_item: "true" })), whole: (children) => ({ media_type: "CAROUSEL", children: children.join(","), caption }) };
}

export function flowOf(session: Session): Flow {
  const graph = accountGraph(session);
  return { graph, path: `${session.account.id}/media`, seconds: 5, broken: (reason) => broken(graph, reason), status: async (id) => statusIn(await get(graph, id, { fields: "status_code,status" }), graph, "status_code", "status") };
}

/** The reason is a sentence of theirs with a number in it, and only the number is read. */
function broken({ network }: Graph, reason: string): Refused {
  const subcode = Number(/\b(22\d{5}|3600\d)\b/.exec(reason)?.[1] ?? 0), known = refusedFor(network, 0, subcode);
  return known && known.kind !== "transient" ? known : spentFor(network, known?.says.endsWith(WHY.unreachable) ? "unreachable" : "either", subcode === 0 ? "" : String(subcode));
}
