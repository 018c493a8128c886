/** What nobody sees: measuring, finding who is mentioned, and sending the media, which the server throws away again if no post names them. */
import type { Agent } from "@atproto/api";
import type { Kept } from "../network.ts";
import { type Prepared, refused, type Refused } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { clientOf, hear, library } from "./client.ts";
import { refusalFrom } from "./errors.ts";
import { type Blob, keyOf, readyFrom, type Ready } from "./record.ts";

export const LIMITS = { characters: 300, bytes: 3_000, pictures: 4, pictureBytes: 2_000_000, videoBytes: 50_000_000, altText: 2_000 };
/** The server says hours; sooner is safe. */
const MEDIA_LAST_MS = 30 * 60_000;
const PART_BYTES = 1_000_000;

export async function prepare(session: Session, outgoing: Outgoing, soFar: Kept): Promise<Prepared | Refused> {
  const wrong = await whatIsWrong(outgoing);
  if (wrong) return refused("content-invalid", wrong);
  const client = await clientOf(session), before = readyFrom(soFar), blobs: Ready["blobs"] = {};
  for (const medium of outgoing.media) {
    const sent = before?.blobs[medium.id];
    if (sent && session.now().getTime() - Date.parse(sent.at) < MEDIA_LAST_MS) { blobs[medium.id] = sent; continue; }
    const heard = await hear(client.uploadBlob(inParts(medium) as never, { encoding: medium.type }));
    if (heard.is === "bad") return refusalFrom(heard, session.now());
    blobs[medium.id] = { blob: JSON.parse(JSON.stringify(heard.result.blob)) as Blob, at: session.now().toISOString() };
  }
  const kept: Ready = { rkey: keyOf(outgoing, soFar), facets: before?.facets ?? await facetsOf(client, outgoing.text), blobs };
  return { is: "prepared", kept: { ...kept } };
}

/** Links, tags and mentions by their place in the bytes. A mention of nobody stays plain text. */
export async function facetsOf(client: Agent, text: string): Promise<Ready["facets"]> {
  const { RichText } = await library(), rich = new RichText({ text });
  await rich.detectFacets(client);
  const facets = JSON.parse(JSON.stringify(rich.facets ?? [])) as Ready["facets"];
  return facets.filter(({ features }) => features.every(({ did }) => did !== ""));
}

/** Undefined when nothing is. */
async function whatIsWrong({ text, media }: Outgoing): Promise<string | undefined> {
  const pictures = media.filter(({ kind }) => kind === "picture"), videos = media.filter(({ kind }) => kind === "video");
  if (await isTooLong(text)) return TOO_LONG;
  if (text.trim() === "" && media.length === 0) return "There is nothing in this post. Write something or add a picture.";
  if (videos.length > 1 || (videos.length > 0 && pictures.length > 0)) return "Bluesky takes up to four pictures or one video. Take the rest out.";
  if (pictures.length > LIMITS.pictures) return "Bluesky takes four pictures. Take the rest out.";
  if (pictures.some(({ size }) => size > LIMITS.pictureBytes)) return "Bluesky takes pictures of up to 2 MB. Make the picture smaller.";
  if (videos.some(({ type }) => type !== "video/mp4")) return "Bluesky takes video as MP4. Save it as MP4 and add it again.";
  if (videos.some(({ size }) => size > LIMITS.videoBytes)) return "The desk sends Bluesky videos of up to 50 MB. Make the video shorter.";
  return undefined;
}

export const TOO_LONG = "Bluesky takes 300 characters. Shorten the text.";

export async function isTooLong(text: string): Promise<boolean> {
  const { RichText } = await library(), rich = new RichText({ text });
  return rich.graphemeLength > LIMITS.characters || rich.length > LIMITS.bytes;
}

/** Never the whole of a video in memory. */
const inParts = (medium: Medium): ReadableStream<Uint8Array> => ReadableStream.from(partsOf(medium));

async function* partsOf(medium: Medium): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < medium.size; start += PART_BYTES) yield await medium.bytes(start, Math.min(start + PART_BYTES, medium.size));
}
