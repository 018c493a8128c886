import { isObject } from "./json.ts";
import { parseYaml } from "./yaml.ts";

/** Marks that a network would not show. Each is blanked, never cut, so that every offset stays true. */
const HIDDEN: RegExp[] = [
  /<!--[\s\S]*?-->/g,
  /^```[^\n]*\n[\s\S]*?^```[^\n]*$/gm,
  /^ {0,3}#{1,6}(?= )/gm,
  /^ {0,3}>+ ?/gm,
  /^ {0,3}[-*+](?= )/gm,
  /^ {0,3}(?:[-*_] *){3,}$/gm,
  /`/g,
  /(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])/gu,
];

const IMAGE = /!\[([^\]\n]*)\]\([^)\n]*\)/g;
const LINK = /\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)/g;

/** The words of a Markdown text at their own places. A link keeps its words and its address, a picture its description. */
export function blankMarkup(text: string): string {
  let shown = text.replace(IMAGE, (all, words: string) => `  ${words}`.padEnd(all.length));
  shown = shown.replace(LINK, (all, words: string, address: string) => ` ${words}  ${address}`.padEnd(all.length));
  for (const mark of HIDDEN) shown = shown.replace(mark, blank);
  return shown;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** Front matter says where the text will stand and what it answers, in the words of a case. */
export function readFrontMatter(text: string, name: string): { fields: Record<string, unknown>; length: number } {
  const found = /^\uFEFF?---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (!found || found.index > 0) return { fields: {}, length: 0 };
  const fields = parseYaml(found[1]!, `the front matter of “${name}”`);
  if (!isObject(fields)) return { fields: {}, length: 0 };
  return { fields, length: found[0].length };
}
