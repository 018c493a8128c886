/** A post as people typed it, from the HTML that servers make of it. */

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: " " };

/** An address is cut short with parts that only eyes do not see, so leaving the tags out gives it back whole. */
export const plainTextOf = (html: string): string => html
  .replace(/<br\s*\/?>\s*/gi, "\n").replace(/<\/p>\s*<p[^>]*>/gi, "\n\n").replace(/<[^>]*>/g, "")
  .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => name.startsWith("#") ? characterOf(name) ?? whole : ENTITIES[name.toLowerCase()] ?? whole)
  .trim();

function characterOf(name: string): string | undefined {
  const point = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return point > 0 && point <= 0x10FFFF ? String.fromCodePoint(point) : undefined;
}

/** Servers fold blanks, and show only the first half of a far name. */
const bare = (text: string): string => text.normalize("NFC").replace(/@([\p{L}\p{N}_.-]+)@[\p{L}\p{N}.:-]+/gu, "@$1").replace(/[\s\u200B]+/gu, "");

export const isSameText = (one: string, other: string): boolean => bare(one) === bare(other);

/** A reply begins with the names of those it answers. */
export const withoutNames = (text: string): string => text.replace(/^(\s*@[\p{L}\p{N}_.@:-]+\s+)+/u, "");
