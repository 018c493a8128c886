/** The text of a post as it was written: X stores addresses shortened, and three characters as entities. */
import type { Post } from "./posts.ts";

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** The shortened address of a picture stands at the end of a text and was never written. */
export function writtenText({ text, note_tweet, entities, attachments }: Post): string {
  const urls = note_tweet?.entities?.urls ?? entities?.urls ?? [], hasMedia = (attachments?.media_keys?.length ?? 0) > 0;
  let written = note_tweet?.text ?? text;
  for (const { url, expanded_url, media_key } of urls) {
    const isMedia = media_key !== undefined || (hasMedia && /^https:\/\/(x|twitter)\.com\/[^/]+\/status\/\d+\/(photo|video)\/\d+$/.test(expanded_url));
    written = written.replaceAll(url, () => isMedia ? "" : expanded_url);
  }
  return written.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]!).trim();
}

/** Whether two texts are one: X completes an address that is typed without `https://`, and composes accents. */
export const isSameText = (one: string, other: string): boolean => comparable(one) === comparable(other);

const comparable = (text: string): string => text.normalize("NFC").replace(/https?:\/\//gi, "").replace(/\/(?=\s|$)/g, "").replace(/\s+/g, " ").trim().toLowerCase();
