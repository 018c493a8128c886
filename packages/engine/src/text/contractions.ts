/** Opens what an apostrophe has drawn together, so that one phrase finds both ways of writing it. */

const TAILS: [tail: string, opened: string][] = [
  ["n't", "not"], ["'re", "are"], ["'ve", "have"], ["'ll", "will"], ["'m", "am"], ["'d", "would"],
];
const IS_BEFORE_S = new Set(["it", "that", "he", "she", "what", "who", "there", "here", "where", "how", "when", "everything", "everyone", "nobody", "nothing"]);
/** Looked up for every word of every text. */
const WITHOUT_APOSTROPHE = new Map<string, [string, string]>(Object.entries({
  dont: ["do", "not"], doesnt: ["does", "not"], didnt: ["did", "not"], cant: ["can", "not"], cannot: ["can", "not"], wont: ["will", "not"], isnt: ["is", "not"],
  arent: ["are", "not"], wasnt: ["was", "not"], werent: ["were", "not"], havent: ["have", "not"], hasnt: ["has", "not"], wouldnt: ["would", "not"],
  shouldnt: ["should", "not"], couldnt: ["could", "not"], youre: ["you", "are"], youll: ["you", "will"], youve: ["you", "have"], im: ["i", "am"],
  ive: ["i", "have"], theyre: ["they", "are"], thats: ["that", "is"], weve: ["we", "have"], yall: ["you", "all"], ya: ["you", ""], u: ["you", ""], ur: ["your", ""], youd: ["you", "would"],
  gonna: ["going", "to"], wanna: ["want", "to"], gotta: ["got", "to"], theres: ["there", "is"], whats: ["what", "is"],
}));

/** A word as one or two plain words; the second is "" where there is only one. */
export function open(word: string): [string, string] {
  if (!word.includes("'")) return WITHOUT_APOSTROPHE.get(word) ?? [word, ""];
  if (word === "can't") return ["can", "not"];
  if (word === "won't") return ["will", "not"];
  if (word === "y'all" || word === "ya'll") return ["you", "all"];
  for (const [tail, opened] of TAILS)
    if (word.endsWith(tail) && word.length > tail.length) return [word.slice(0, -tail.length), opened];
  if (word.endsWith("'s")) {
    const base = word.slice(0, -2);
    return IS_BEFORE_S.has(base) ? [base, "is"] : [base, ""];
  }
  return [word.endsWith("'") ? word.slice(0, -1) : word.replaceAll("'", ""), ""];
}
