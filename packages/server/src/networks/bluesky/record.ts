/** The record that is the post. */
import type { AppBskyFeedPost, AppBskyRichtextFacet, BlobRef } from "@atproto/api";
import { z } from "zod";
import type { Kept } from "../network.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import { recordKeyOf } from "./record-key.ts";

export const COLLECTION = "app.bsky.feed.post";

const blob = z.object({ $type: z.literal("blob"), ref: z.object({ $link: z.string() }), mimeType: z.string(), size: z.number() });
const facet = z.looseObject({ index: z.object({ byteStart: z.number(), byteEnd: z.number() }), features: z.array(z.looseObject({ $type: z.string() })) });
const ready = z.object({ rkey: z.string(), facets: z.array(facet), blobs: z.record(z.string(), z.object({ blob, at: z.string() })) });

export type Blob = z.infer<typeof blob>;
/** What preparing leaves for the rest: the key, what stands where in the text, and the media as the server names them. */
export type Ready = z.infer<typeof ready>;

export const readyFrom = (kept: Kept): Ready | undefined => ready.safeParse(kept).data;
export const keyOf = (outgoing: Outgoing, kept: Kept): string => readyFrom(kept)?.rkey ?? recordKeyOf(outgoing.key, outgoing.plannedFor);

export type Post = Omit<AppBskyFeedPost.Record, "$type"> & { $type: typeof COLLECTION };

export function recordOf(outgoing: Outgoing, { facets, blobs }: Ready, now: Date): Post {
  const { text, language, settings: { label } } = outgoing, embed = embedOf(outgoing, blobs);
  return {
    $type: COLLECTION, text, createdAt: now.toISOString(), langs: [language],
    ...(facets.length > 0 ? { facets: facets as AppBskyRichtextFacet.Main[] } : {}),
    ...(embed ? { embed } : {}),
    ...(typeof label === "string" && LABELS.has(label) ? { labels: { $type: "com.atproto.label.defs#selfLabels" as const, values: [{ val: label }] } } : {}),
  };
}

/** The protocol's own names for what a reader is warned of. */
const LABELS = new Set(["graphic-media", "nudity", "sexual"]);

function embedOf({ media, link, title, settings }: Outgoing, blobs: Ready["blobs"]): Post["embed"] {
  const [first] = media, sent = (medium: Medium): BlobRef => blobs[medium.id]!.blob as unknown as BlobRef;
  if (first?.kind === "video") return { $type: "app.bsky.embed.video", video: sent(first), ...(first.alt ? { alt: first.alt } : {}), ...proportions(first) };
  if (first) return { $type: "app.bsky.embed.images", images: media.map((medium) => ({ image: sent(medium), alt: medium.alt, ...proportions(medium) })) };
  // The network reads no page by itself: a card is what the post says that it is.
  if (link && settings.card === true) return { $type: "app.bsky.embed.external", external: { uri: link as `${string}:${string}`, title: title || new URL(link).hostname, description: "" } };
  return undefined;
}

/** Zero where it could not be read; then the network finds out by itself. */
const proportions = ({ width, height }: Medium): { aspectRatio?: { width: number; height: number } } => width > 0 && height > 0 ? { aspectRatio: { width, height } } : {};

/** Whether what stands there is what we sent: the words, the media, and what it answers. The moment differs from try to try. */
export function isSame(there: unknown, ours: unknown): boolean {
  const ground = essence(there);
  return ground !== null && ground === essence(ours);
}

const read = z.object({
  text: z.string(), reply: z.object({ parent: z.object({ uri: z.string() }) }).optional(),
  embed: z.looseObject({ images: z.array(z.object({ image: blob })).optional(), video: blob.optional() }).optional(),
});

/** As JSON, because the client makes objects of its own out of what it reads. */
function essence(record: unknown): string | null {
  const { data, error } = read.safeParse(JSON.parse(JSON.stringify(record)));
  if (error) return null;
  return JSON.stringify([data.text, data.reply?.parent.uri ?? null, data.embed?.images?.map(({ image }) => image.ref.$link) ?? [], data.embed?.video?.ref.$link ?? null]);
}
