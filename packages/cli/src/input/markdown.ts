import { isObject } from "./json.ts";
import { parseYaml } from "./yaml.ts";

/** Marks that a network would not show. Each is blanked, never cut, so that every offset stays true. */
const HIDDEN: RegExp[] = [
  /^ {0,3}#{1,6}(?= )/gm,
  /^ {0,3}>+ ?/gm,
  /^ {0,3}[-*+](?= )/gm,
  /^ {0,3}(?:[-*_] *){3,}$/gm,
  /`/g,
  /(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])/gu,
];

/** Bounded, so that a megabyte of opening brackets is no work. */
const IMAGE = /!\[([^\][\n]{0,500})\]\([^()\n]{0,1000}\)/g;
const LINK = /\[([^\][\n]{0,500})\]\(([^()\s]{0,1000})[^()\n]{0,200}\)/g;

/** The words of a Markdown text at their own places. A link keeps its words and its address, a picture its description. */
export function blankMarkup(text: string): string {
  let shown = blankBetween(blankBetween(text, "<!--", "-->"), "```", "```");
  shown = shown.replace(IMAGE, (all, words: string) => `  ${words}`.padEnd(all.length));
  shown = shown.replace(LINK, (all, words: string, address: string) => ` ${words}  ${address}`.padEnd(all.length));
  for (const mark of HIDDEN) shown = shown.replace(mark, blank);
  return shown;
}

/** Blanks from each opening to its closing; one that is never closed hides nothing. */
function blankBetween(text: string, opening: string, closing: string): string {
  let shown = "";
  let at = 0;
  for (let from = text.indexOf(opening); from !== -1; from = text.indexOf(opening, at)) {
    const end = text.indexOf(closing, from + opening.length);
    if (end === -1) break;
    shown += text.slice(at, from) + blank(text.slice(from, end + closing.length));
    at = end + closing.length;
  }
  return shown + text.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Front matter says where the text will stand and what it answers, in the words of a case. */
export function readFrontMatter(text: string, name: string): { fields: Record<string, unknown>; length: number } {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  const closing = /^---[ \t]*(?:\r?\n|$)/m;
  const after = text.slice(opening?.[0].length ?? 0);
  const found = closing.exec(after);
  if (!opening || !found) return { fields: {}, length: 0 };
  const fields = parseYaml(after.slice(0, found.index), `the front matter of “${name}”`);
  if (!isObject(fields)) return { fields: {}, length: 0 };
  return { fields, length: opening[0].length + found.index + found[0].length };
}
