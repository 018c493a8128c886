/** The desk reads again with its second reader. Where it has judged words that still stand, its judgment holds; about words that are newer, the page's own does. */
import type { Content, DeskFinding } from "@chaperone/contract";
import { outgoingTexts } from "@chaperone/contract";

/** What the desk answered about a draft, and what the page had found in the same words. */
export interface Opinion { content: Content; page: readonly DeskFinding[]; desk: readonly DeskFinding[] }

/** The text that the finding is in; nothing where that is not said any more. */
const textOf = (content: Content, { channels: [channel], picture, setting }: DeskFinding): string =>
  outgoingTexts(content).find((one) => one.channel === (channel ?? null) && one.picture === picture && one.setting === (setting ?? null))?.text ?? "";
const wordsOf = (content: Content, finding: DeskFinding): string => textOf(content, finding).slice(finding.start, finding.end);
const keyOf = (content: Content, finding: DeskFinding): string => JSON.stringify([finding.rule, finding.channels, finding.picture, finding.setting, wordsOf(content, finding)]);

export function together(page: readonly DeskFinding[], content: Content, opinion: Opinion | null): DeskFinding[] {
  if (!opinion) return [...page];
  const judged = new Map(opinion.desk.map((finding) => [keyOf(opinion.content, finding), finding])), asked = new Set(opinion.page.map((finding) => keyOf(opinion.content, finding)));
  const kept: DeskFinding[] = [], seen = new Set<string>();
  for (const finding of page) {
    const key = keyOf(content, finding), its = judged.get(key);
    seen.add(key);
    if (its) kept.push({ ...its, start: finding.start, end: finding.end });
    else if (!asked.has(key)) kept.push(finding);
  }
  for (const [key, finding] of judged) {
    const moved = seen.has(key) ? null : whereNow(content, opinion.content, finding);
    if (moved) kept.push(moved);
  }
  return kept;
}

/** The same words in the text as it is now; two places are none, because one cannot know which. */
function whereNow(content: Content, before: Content, finding: DeskFinding): DeskFinding | null {
  const words = wordsOf(before, finding), text = textOf(content, finding);
  if (text.slice(finding.start, finding.end) === words) return finding;
  const at = words === "" ? -1 : text.indexOf(words);
  return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : { ...finding, start: at, end: at + words.length };
}
