/** What becomes of a post: a text, one picture or video, or a carousel. */
import { count } from "@chaperone/contract";
import { type Flow, type Plan, statusIn } from "../meta/containers.ts";
import { get, type Params } from "../meta/graph.ts";
import { spentFor } from "../meta/media-refused.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { threadsOf } from "./account.ts";

export const PICTURES = 20, PICTURE_BYTES = 8_000_000, VIDEO_BYTES = 1_000_000_000, ALT_TEXT = 1_000;

export function unfit({ media, text }: Outgoing): Refused | undefined {
  if (media.length === 0 && text.trim() === "") return refused("content-invalid", "Threads needs a text or a picture. Write one.");
  if (media.length > PICTURES) return refused("content-invalid", `Threads takes ${PICTURES} pictures at most. Leave some out.`);
  if (media.some(({ kind, type }) => kind === "picture" && type !== "image/jpeg" && type !== "image/png")) return refused("content-invalid", "Threads takes JPEG and PNG pictures. Use one of these.");
  return tooLong(text);
}

export function tooLong(text: string): Refused | undefined {
  const { used, over } = count("threads", text);
  return over > 0 ? refused("content-invalid", `Threads takes 500 characters, and this is ${used}. Shorten the text.`) : undefined;
}

const partOf = (medium: Medium): Params => ({
  ...(medium.kind === "video" ? { media_type: "VIDEO", video_url: medium.address() } : { media_type: "IMAGE", image_url: medium.address() }),
  ...(medium.alt ? { alt_text: medium.alt } : {}),
});

/** A link preview stands under a text only; the address is in the text either way. */
export function planFor({ media, text, link }: Outgoing): Plan {
  const [first] = media;
  if (!first) return { children: [], whole: () => ({ media_type: "TEXT", text, ...(link ? { link_attachment: link } : {}) }) };
  if (media.length === 1) return { children: [], whole: () => ({ ...partOf(first), text }) };
  return { children: media.map((medium) => ({ ...partOf(medium), is_carousel_item: "true" })), whole: (children) => ({ media_type: "CAROUSEL", children: children.join(","), text }) };
}

export function flowOf(session: Session): Flow {
  const graph = threadsOf(session);
  return {
    graph, path: `${session.account.id}/threads`, seconds: 5, status: async (id) => statusIn(await get(graph, id, { fields: "status,error_message" }), graph, "status", "error_message"),
    broken: (reason) => spentFor(graph.network, reason.includes("DOWNLOAD") ? "unreachable" : "either", /^[A-Z_]+$/.test(reason) ? reason : ""),
  };
}
