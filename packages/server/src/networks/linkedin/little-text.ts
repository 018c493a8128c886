/** LinkedIn's “little text”: what is posted is a small language, and a character of it that is not escaped silently cuts the text there. */

const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
const TEMPLATE = /\\([\s\S])|\{hashtag\|\\?([#＃])\|((?:\\[\s\S]|[^\\}])*)\}|@\[((?:\\[\s\S]|[^\\\]])*)\]\([^)]*\)/g;

/** Comments are plain and are not escaped. */
export const toLittleText = (text: string): string => text.replace(RESERVED, "\\$&");

/** LinkedIn may turn a hashtag into a template of its own when it stores a post. */
export const fromLittleText = (stored: string): string => stored.replace(TEMPLATE, (_all, escaped?: string, sign?: string, tag?: string, name?: string) =>
  escaped ?? (sign === undefined ? bare(name ?? "") : `${sign}${bare(tag ?? "")}`));

const bare = (text: string): string => text.replace(/\\([\s\S])/g, "$1");
