/** A phrase as its rule writes it, the way a person would read it out. */
const SAYS: [RegExp, string][] = [
  [/\.\.(\d+)/g, "…"], [/<([^>]+)>/g, "any $1"], [/[~^$]/g, ""], [/\*(?=[\s)\]|]|$)/g, "…"], [/!(?=[\p{L}(<])/gu, "not "], [/\s*\|\s*/g, " or "], [/\s+/g, " "],
];

export const readable = (phrase: string): string => SAYS.reduce((text, [written, said]) => text.replace(written, said), phrase).replace(/([([]) /g, "$1").replace(/ ([)\]])/g, "$1").trim();
