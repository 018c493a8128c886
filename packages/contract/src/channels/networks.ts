/** The networks as data: what each takes, shows and counts. Figures change several times a year; each says how sure it is. */
import type { Surface } from "@chaperone/engine";
import type { NetworkId } from "../practices.ts";
import { NETWORK_IDS } from "../practices.ts";

/** How a network counts what is typed; `channels/count.ts` has one function for each. */
export type Counting = "utf16" | "graphemes" | "x" | "mastodon" | "linkedin" | "threads";

/** The most that one surface takes. A network may bound the bytes beside the characters. */
export interface Limit { characters: number; bytes?: number }

/** Where the network hides the rest of a text: after so many characters or drawn lines, whichever comes first. `columns` is its usual width. */
export interface Fold { characters: number; lines: number; columns: number; more: string }

/** `width / height`. A picture outside the range is cropped to the nearest end; `shown` is what the feed crops to when it differs. */
export interface Proportions { narrowest: number; widest: number; shown?: number }

export interface Pictures {
  most: number;
  /** The least a post needs: Instagram, TikTok and Pinterest have no post without one. */
  least: number;
  types: readonly string[];
  bytes: number;
  proportions: Proportions;
  /** Characters of the text read out to people who do not see; 0 where the network takes none. */
  altText: number;
  /** Whether a video may stand in the pictures' place, or must. */
  video: "no" | "may" | "must";
}

export interface Network {
  id: NetworkId;
  name: string;
  counting: Counting;
  /** Surfaces that exist there, with their bounds; `null` is unbounded. */
  surfaces: Partial<Record<Surface, Limit | null>>;
  pictures: Pictures;
  /** `most` is a hard bound, and null where there is none; `linked` says whether a tag leads anywhere. */
  hashtags: { most: number | null; linked: boolean };
  /** Whether an address in the text can be pressed. */
  links: boolean;
  fold: Fold | null;
  /** A bound on the title, where a post has one. */
  title?: number;
}

const JPEG = "image/jpeg", PNG = "image/png", GIF = "image/gif", WEBP = "image/webp";
const MB = 1_000_000;
const ANY: Proportions = { narrowest: 0, widest: Infinity };

const table: Record<NetworkId, Omit<Network, "id">> = {
  facebook: {
    name: "Facebook", counting: "utf16",
    // 63,206 is read in two connectors; comment and message bounds are recalled.
    surfaces: { post: { characters: 63_206 }, ad: { characters: 63_206 }, giveaway: { characters: 63_206 }, caption: { characters: 63_206 }, reply: { characters: 8_000 }, message: { characters: 2_000 }, profile: { characters: 255 } },
    // The interface refuses pictures of 4 MB and more (error 1366046). The feed crops to 4:5 at the tallest.
    pictures: { most: 10, least: 0, types: [JPEG, PNG], bytes: 4 * MB, proportions: { narrowest: 4 / 5, widest: 1.91 }, altText: 2_000, video: "may" },
    hashtags: { most: null, linked: true }, links: true,
    // Observed, not documented: 477 characters, or about six lines beside a picture.
    fold: { characters: 477, lines: 6, columns: 41, more: "See more" },
  },
  instagram: {
    name: "Instagram", counting: "utf16",
    surfaces: { post: { characters: 2_200 }, ad: { characters: 2_200 }, giveaway: { characters: 2_200 }, caption: { characters: 2_200 }, reply: { characters: 2_200 }, message: { characters: 1_000, bytes: 1_000 }, profile: { characters: 150 } },
    // JPEG only, 8 MB; outside 4:5 to 1.91:1 the interface refuses (errors 2207009, 36003).
    pictures: { most: 10, least: 1, types: [JPEG], bytes: 8 * MB, proportions: { narrowest: 4 / 5, widest: 1.91 }, altText: 1_000, video: "may" },
    hashtags: { most: 30, linked: true }, links: false,
    // 125 characters is what peers state; the app shows two lines with the name on the first.
    fold: { characters: 125, lines: 2, columns: 44, more: "more" },
  },
  threads: {
    name: "Threads", counting: "threads",
    surfaces: { post: { characters: 500 }, giveaway: { characters: 500 }, caption: { characters: 500 }, reply: { characters: 500 }, profile: { characters: 150 } },
    pictures: { most: 20, least: 0, types: [JPEG, PNG], bytes: 8 * MB, proportions: { narrowest: 0.1, widest: 10 }, altText: 1_000, video: "may" },
    // One tag a post becomes a topic; the others stay plain words.
    hashtags: { most: null, linked: true }, links: true, fold: null,
  },
  linkedin: {
    name: "LinkedIn", counting: "linkedin",
    // Counted after its reserved characters are escaped; comments are plain and bounded at 1,250.
    surfaces: { post: { characters: 3_000 }, ad: { characters: 3_000 }, giveaway: { characters: 3_000 }, caption: { characters: 3_000 }, reply: { characters: 1_250 }, profile: { characters: 2_000 } },
    pictures: { most: 20, least: 0, types: [JPEG, PNG, GIF], bytes: 5 * MB, proportions: { narrowest: 4 / 5, widest: 1.91 }, altText: 4_086, video: "may" },
    hashtags: { most: null, linked: true }, links: true,
    fold: { characters: 210, lines: 4, columns: 46, more: "more" },
  },
  x: {
    name: "X", counting: "x",
    surfaces: { post: { characters: 280 }, ad: { characters: 280 }, giveaway: { characters: 280 }, caption: { characters: 280 }, reply: { characters: 280 }, message: { characters: 10_000 }, profile: { characters: 160 } },
    pictures: { most: 4, least: 0, types: [JPEG, PNG, GIF, WEBP], bytes: 5 * MB, proportions: { narrowest: 3 / 4, widest: 2 }, altText: 1_000, video: "may" },
    hashtags: { most: null, linked: true }, links: true, fold: null,
  },
  youtube: {
    name: "YouTube", counting: "utf16", title: 100,
    surfaces: { post: { characters: 5_000 }, giveaway: { characters: 5_000 }, caption: { characters: 5_000 }, reply: { characters: 10_000 }, profile: { characters: 1_000 } },
    pictures: { most: 1, least: 0, types: [JPEG, PNG], bytes: 50 * MB, proportions: { narrowest: 16 / 9, widest: 16 / 9 }, altText: 0, video: "must" },
    // Over 60 tags, all of them are ignored (recalled).
    hashtags: { most: 60, linked: true }, links: true,
    fold: { characters: 150, lines: 3, columns: 52, more: "...more" },
  },
  tiktok: {
    name: "TikTok", counting: "utf16",
    surfaces: { post: { characters: 2_200 }, ad: { characters: 100 }, giveaway: { characters: 2_200 }, caption: { characters: 2_200 }, profile: { characters: 80 } },
    pictures: { most: 35, least: 1, types: [JPEG, WEBP], bytes: 20 * MB, proportions: { narrowest: 9 / 16, widest: 16 / 9 }, altText: 0, video: "may" },
    hashtags: { most: null, linked: true }, links: false,
    fold: { characters: 90, lines: 2, columns: 40, more: "more" },
  },
  "google-business": {
    name: "Google Business", counting: "utf16",
    // A reply is bounded in bytes; a telephone number in a post gets it rejected.
    surfaces: { post: { characters: 1_500 }, giveaway: { characters: 1_500 }, caption: { characters: 1_500 }, reply: { characters: 4_096, bytes: 4_096 }, profile: { characters: 750 } },
    pictures: { most: 1, least: 0, types: [JPEG, PNG], bytes: 5 * MB, proportions: { ...ANY, shown: 4 / 3 }, altText: 0, video: "no" },
    hashtags: { most: null, linked: false }, links: false,
    fold: { characters: 250, lines: 4, columns: 42, more: "More" },
  },
  bluesky: {
    name: "Bluesky", counting: "graphemes",
    surfaces: { post: { characters: 300, bytes: 3_000 }, giveaway: { characters: 300, bytes: 3_000 }, caption: { characters: 300, bytes: 3_000 }, reply: { characters: 300, bytes: 3_000 }, message: { characters: 1_000, bytes: 10_000 }, profile: { characters: 256, bytes: 2_560 } },
    pictures: { most: 4, least: 0, types: [JPEG, PNG, WEBP], bytes: 2 * MB, proportions: ANY, altText: 2_000, video: "may" },
    hashtags: { most: null, linked: true }, links: true, fold: null,
  },
  mastodon: {
    name: "Mastodon", counting: "mastodon",
    // The instance decides; these are the defaults that it reports when nothing was changed.
    surfaces: { post: { characters: 500 }, giveaway: { characters: 500 }, caption: { characters: 500 }, reply: { characters: 500 }, profile: { characters: 500 } },
    pictures: { most: 4, least: 0, types: [JPEG, PNG, GIF, WEBP], bytes: 16 * MB, proportions: { ...ANY, shown: 16 / 9 }, altText: 1_500, video: "may" },
    hashtags: { most: null, linked: true }, links: true, fold: null,
  },
  pinterest: {
    name: "Pinterest", counting: "utf16", title: 100,
    surfaces: { post: { characters: 800 }, ad: { characters: 800 }, giveaway: { characters: 800 }, caption: { characters: 800 }, profile: { characters: 500 } },
    pictures: { most: 5, least: 1, types: [JPEG, PNG], bytes: 20 * MB, proportions: { ...ANY, shown: 2 / 3 }, altText: 500, video: "may" },
    hashtags: { most: null, linked: true }, links: false,
    fold: { characters: 60, lines: 1, columns: 60, more: "...more" },
  },
  manual: {
    name: "By hand", counting: "graphemes",
    surfaces: { post: null, reply: null, message: null, ad: null, giveaway: null, profile: null, caption: null },
    pictures: { most: 20, least: 0, types: [JPEG, PNG, GIF, WEBP], bytes: 50 * MB, proportions: ANY, altText: 5_000, video: "may" },
    hashtags: { most: null, linked: false }, links: true, fold: null,
  },
  rehearsal: {
    name: "Rehearsal", counting: "graphemes",
    surfaces: { post: null, reply: null, message: null, ad: null, giveaway: null, profile: null, caption: null },
    pictures: { most: 20, least: 0, types: [JPEG, PNG, GIF, WEBP], bytes: 50 * MB, proportions: ANY, altText: 5_000, video: "may" },
    hashtags: { most: null, linked: true }, links: true, fold: null,
  },
};

export const networks = Object.fromEntries(NETWORK_IDS.map((id) => [id, Object.freeze({ id, ...table[id] })])) as Readonly<Record<NetworkId, Network>>;
