import { isObject } from "../input/json.ts";
import { unmangle } from "./mojibake.ts";

/** A text out of a network's own export. */
export interface Exported {
  text: string;
  channel: "facebook" | "instagram";
  surface: "post" | "caption" | "reply";
  date?: Date;
}

/**
 * Finds the texts in what Facebook and Instagram hand out as “download your information”. Undefined when the document is
 * no such export; the files change their wrapping from year to year, so shapes are recognized entry by entry.
 */
export function readExport(written: unknown): Exported[] | undefined {
  const entries = entriesOf(written);
  if (!entries || !entries.some(isExportEntry)) return undefined;
  return withoutRepeats(entries.filter(isObject).flatMap((entry) => (isInstagram(entry) ? instagramTexts(entry) : facebookTexts(entry))));
}

type Entry = Record<string, unknown>;

/** A list, or an object that holds one under a name such as `ig_stories` or `comments_v2`. One post may come unwrapped. */
function entriesOf(written: unknown): unknown[] | undefined {
  if (Array.isArray(written)) return written;
  if (!isObject(written)) return undefined;
  if (isExportEntry(written)) return [written];
  return Object.values(written).find((value): value is unknown[] => Array.isArray(value));
}

function isExportEntry(entry: unknown): boolean {
  return isObject(entry) && (Array.isArray(entry["media"]) || typeof entry["creation_timestamp"] === "number" || Array.isArray(entry["data"]) || Array.isArray(entry["attachments"]));
}

function isInstagram(entry: Entry): boolean {
  return Array.isArray(entry["media"]) || (typeof entry["uri"] === "string" && typeof entry["creation_timestamp"] === "number");
}

/** The caption of one picture stands on the picture, the caption of several on the entry. */
function instagramTexts(entry: Entry): Exported[] {
  const media = list(entry["media"]);
  const date = dateOf(entry["creation_timestamp"]) ?? media.map((one) => dateOf(one["creation_timestamp"])).find((found) => found !== undefined);
  const titles = [entry, ...media].map((one) => one["title"]).filter((title) => typeof title === "string");
  return titles.filter((title) => title.trim() !== "").map((title) => exported(title, "instagram", "caption", date));
}

function facebookTexts(entry: Entry): Exported[] {
  const date = dateOf(entry["timestamp"]);
  const data = list(entry["data"]);
  const posts = data.map((one) => one["post"]).filter(isText).map((text) => exported(text, "facebook", "post", date));
  const comments = data.map((one) => one["comment"]).filter(isObject).filter((comment) => isText(comment["comment"]))
    .map((comment) => exported(String(comment["comment"]), "facebook", "reply", dateOf(comment["timestamp"]) ?? date));
  const captions = list(entry["attachments"]).flatMap((attachment) => list(attachment["data"])).map((one) => one["media"]).filter(isObject)
    .filter((media) => isText(media["description"])).map((media) => exported(String(media["description"]), "facebook", "caption", date ?? dateOf(media["creation_timestamp"])));
  return [...posts, ...comments, ...captions];
}

function exported(text: string, channel: Exported["channel"], surface: Exported["surface"], date: Date | undefined): Exported {
  return { text: unmangle(text), channel, surface, ...(date ? { date } : {}) };
}

/** Facebook repeats the words of a post on each of its pictures. */
function withoutRepeats(texts: Exported[]): Exported[] {
  const seen = new Set<string>();
  return texts.filter(({ text, date }) => {
    const key = `${date?.getTime() ?? ""} ${text}`;
    return seen.size < seen.add(key).size;
  });
}

function list(value: unknown): Entry[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Seconds since 1970. */
function dateOf(value: unknown): Date | undefined {
  return typeof value === "number" && value > 0 && value < 1e11 ? new Date(value * 1000) : undefined;
}
