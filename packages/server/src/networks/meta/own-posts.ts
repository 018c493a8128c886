/** Finds a post of ours among the account's own, by its words and by when it can have gone out. */
import type { Outgoing } from "../outgoing.ts";
import { sinceOf } from "../since.ts";

export interface Own { id: string; text: string; at: string; url: string | null; pictures: number | null }

/** The same words planned for the next day are another post. */
const MOST_LATE_MS = 20 * 3_600_000;

/** Networks trim, join line breaks, and show a hashtag that became a topic without its sign. */
const plain = (text: string): string => text.normalize("NFC").replace(/[\u200b\u2060\ufeff]/g, "").replace(/#/g, "").replace(/\s+/g, " ").trim();
export const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);

/** Meta writes `+0000` where ISO 8601 wants a colon. */
export const timeOf = (at: string): number => Date.parse(at.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));

/** The earliest that fits: later ones with the same words belong to later plans. */
export function ours<T extends Own>(own: readonly T[], outgoing: Outgoing): T | undefined {
  const from = sinceOf(outgoing).getTime(), until = Math.max(Date.parse(outgoing.plannedFor), Date.parse(outgoing.startedAt)) + MOST_LATE_MS;
  const fits = own.filter(({ text, at }) => isSameText(text, outgoing.text) && timeOf(at) >= from && timeOf(at) <= until);
  return fits.sort((one, other) => timeOf(one.at) - timeOf(other.at))[0];
}
