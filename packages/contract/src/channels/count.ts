/** How long a text is to each network, in that network's own way of counting. */
import type { Surface } from "@chaperone/engine";
import twitter from "twitter-text";
import type { NetworkId } from "../practices.ts";
import type { Counting } from "./networks.ts";
import { networks } from "./networks.ts";

/** `limit` is null where there is none. `over` is how much has to go, in `unit`: bytes only where the bytes are what is too many. */
export interface Count { used: number; limit: number | null; over: number; unit: "characters" | "bytes" }

const graphemes = new Intl.Segmenter("en-US", { granularity: "grapheme" });
const bytes = new TextEncoder();
const URL_LENGTH = 23;

/** Plain text of the first planes needs no segmenter, which is some fifty times slower. */
const SIMPLE = /^[\n\x20-\x7E]*$/;
const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,:;!?'’”)\]]/giu;
/** Only the part before the second @ counts. */
const FAR_MENTION = /(^|[^\p{L}\p{N}_/])@([\p{L}\p{N}_]+(?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)@[\p{L}\p{N}][\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;
/** LinkedIn's “little text” needs a backslash before each of these. */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

export const countGraphemes = (text: string): number => {
  if (SIMPLE.test(text)) return text.length;
  let length = 0;
  for (const _ of graphemes.segment(text)) length++;
  return length;
};

const ways: Record<Counting, (text: string) => number> = {
  utf16: (text) => text.length,
  graphemes: countGraphemes,
  // The weights are the network's own: an address 23, an emoji 2, letters outside the European scripts 2.
  x: (text) => twitter.parseTweet(text).weightedLength,
  mastodon: (text) => countGraphemes(text.replace(LINK, "x".repeat(URL_LENGTH)).replace(FAR_MENTION, "$1@$2")),
  linkedin: (text) => text.length + (text.match(RESERVED)?.length ?? 0),
  // Everything counts one, and an emoji as many as it has UTF-8 bytes.
  threads: countForThreads,
};

function countForThreads(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let length = 0;
  for (const { segment } of graphemes.segment(text)) length += EMOJI.test(segment) ? bytes.encode(segment).length : [...segment].length;
  return length;
}

/** `most` is the account's own bound, where its server has one: a Mastodon server decides for itself. */
export function count(network: NetworkId, text: string, surface: Surface = "post", most?: number): Count {
  const { counting, surfaces } = networks[network], usual = surfaces[surface] ?? null, limit = usual && most !== undefined && surface !== "message" && surface !== "profile" ? { ...usual, characters: most } : usual;
  // Replies and messages are plain text on LinkedIn; only what is posted gets escaped.
  const way = counting === "linkedin" && surface === "reply" ? "utf16" : counting;
  const used = ways[way](text);
  if (!limit) return { used, limit: null, over: 0, unit: "characters" };
  const over = Math.max(0, used - limit.characters);
  if (over > 0 || limit.bytes === undefined || text.length * 3 <= limit.bytes) return { used, limit: limit.characters, over, unit: "characters" };
  const size = bytes.encode(text).length;
  return size > limit.bytes ? { used: size, limit: limit.bytes, over: size - limit.bytes, unit: "bytes" } : { used, limit: limit.characters, over: 0, unit: "characters" };
}

const HASHTAG = /(^|[^\p{L}\p{N}_&/#])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

/** Hashtags in the text, without the sign. A number alone is none. */
export const hashtagsOf = (text: string): string[] => [...text.matchAll(HASHTAG)].map(([found, before]) => found.slice((before ?? "").length + 1));
