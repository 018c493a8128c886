import { wasCut } from "../networks/same-text.ts";

/** Networks trim, join line breaks and shorten addresses; none of that is another text. */
const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u200b\u2060\ufeff]/g, "").replace(/\bhttps?:\/\/(www\.)?/gi, "").replace(/\s+/g, " ").trim();
/** The last one may be a part of a word, or of an address. */
const withoutLastWord = (text: string): string => text.replace(/\S*$/, "");

/** What a network cuts is the same as far as it goes. */
export function readsAlike({ text, cutAt }: { text: string; cutAt?: number | undefined }, approved: string): boolean {
  const there = plain(text), meant = plain(approved);
  return there === meant || (cutAt !== undefined && wasCut(text, cutAt) && meant.startsWith(withoutLastWord(there)));
}
