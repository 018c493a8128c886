export interface Command {
  id: string;
  label: string;
  /** Where it belongs: "Go to", "Do", "Post". */
  group?: string;
  detail?: string;
  /** Other words by which one may look for it. */
  also?: string;
  keys?: string;
  href?: string;
  run?: () => void;
}

const plain = (text: string): string => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** How well `sought` fits: 0 not at all; a whole word's start counts most, then letters in a row, then letters in order. */
export function fit(text: string, sought: string): number {
  const hay = plain(text), needle = plain(sought).trim();
  if (needle === "") return 1;
  const at = hay.indexOf(needle);
  if (at === 0) return 100;
  if (at > 0) return /[\s\-“"(]/.test(hay[at - 1]!) ? 80 : 60;
  return inOrder(hay, needle);
}

/** Each letter in turn, counting those that begin a word or follow the one before: "wap" finds "Write a post". */
function inOrder(hay: string, needle: string): number {
  let from = 0, near = 0;
  for (const letter of needle.replace(/\s+/g, "")) {
    const at = hay.indexOf(letter, from);
    if (at < 0) return 0;
    if (at === from || hay[at - 1] === " ") near += 1;
    from = at + 1;
  }
  const share = near / needle.length;
  return share < .5 ? 0 : 10 + 30 * share;
}

/** Every word sought must be found somewhere; the label weighs more than its other words. */
export function findCommands<C extends Command>(commands: readonly C[], sought: string): C[] {
  const words = sought.trim().split(/\s+/).filter(Boolean);
  const score = (command: C): number => {
    const whole = fit(command.label, sought);
    if (words.length === 0 || whole > 0) return whole;
    const each = words.map((word) => Math.max(fit(command.label, word), .7 * fit(command.also ?? "", word), .5 * fit(command.detail ?? "", word)));
    return each.some((found) => found === 0) ? 0 : Math.min(...each) * .9;
  };
  return commands.map((command, at) => ({ command, at, score: score(command) })).filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at).map((found) => found.command);
}
