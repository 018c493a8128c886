/** A text as plain words: how the second reader sees it before it counts anything. */

const HIDDEN = /\u00ad|[\u200b-\u200f]|\u2060|\ufe0f|\ufeff/g;
const OPENED: [RegExp, string][] = [
  [/\bwon't\b/g, "will not"],
  [/\bcan't\b|\bcannot\b/g, "can not"],
  [/n't\b/g, " not"],
  [/'re\b/g, " are"],
  [/'ll\b/g, " will"],
  [/'ve\b/g, " have"],
  [/'m\b/g, " am"],
  [/\b(it|that|he|she|what|there|here|who)'s\b/g, "$1 is"],
  [/'s\b|'/g, " "],
];
const LEET: Record<string, string> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/** Lower-case, accents folded, hidden characters dropped, contractions opened, disguised letters undone. */
export function plain(text: string): string {
  const folded = text.replace(HIDDEN, "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘`´]/g, "'");
  return OPENED.reduce((so, [from, to]) => so.replace(from, to), folded).replace(/[\w@$!]*[a-z][\w@$!]*/g, undisguised);
}

/** “b0t0x” is botox; “16th”, “5k” and “16yo” are what they seem. */
function undisguised(word: string): string {
  if (/^[a-z!]+$/.test(word) || /^[@#$]?\d+[a-z]{0,3}$/.test(word) || /^[@$]/.test(word)) return word;
  const inner = word.replace(/!+$/, "");
  return /[a-z]/.test(inner) ? inner.replace(/[013457@$!]/g, (sign) => LEET[sign]!) : word;
}

/** Words, numbers (as their shape) and the signs that carry meaning. */
export function wordsOf(text: string): string[] {
  const words = plain(text).match(/#?[\p{L}\p{N}_]+|[?!%$@]|\p{Extended_Pictographic}/gu) ?? [];
  return words.flatMap((word) => (word.startsWith("#") ? ["#", word.slice(1)] : [shaped(word)]));
}

/** Figures matter by their kind, seldom by their value. */
function shaped(word: string): string {
  if (!/^\d+$/.test(word)) return word;
  if (/^(19|20)\d\d$/.test(word)) return "0year";
  return word === "100" || word === "1" || word === "911" || word === "988" ? word : `0x${word.length}`;
}
