/** What changed since a version, in runs of words long enough to read. */
import { diffWordsWithSpace } from "diff";

/** `start` and `end` are where the new words stand now; putting back means writing `was` there. */
export interface Changed { was: string; is: string; start: number; end: number }

/** So few unchanged words between two changes are part of one change to a reader. */
const BRIDGE_WORDS = 2;

export function changesBetween(before: string, now: string): Changed[] {
  const changes: Changed[] = [];
  let at = 0, bridge: string | null = null;
  for (const { value, added, removed } of diffWordsWithSpace(before, now)) {
    if (!added && !removed) { bridge = value; at += value.length; continue; }
    const last = changes.at(-1), joins = last && bridge !== null && !/[.!?\n]/.test(bridge) && bridge.trim().split(/\s+/).filter(Boolean).length <= BRIDGE_WORDS;
    const into = last && (bridge === null || joins) ? last : null;
    if (into && bridge) { into.was += bridge; into.is += bridge; into.end += bridge.length; }
    const change = into ?? { was: "", is: "", start: at, end: at };
    if (!into) changes.push(change);
    if (removed) change.was += value;
    else { change.is += value; change.end += value.length; at += value.length; }
    bridge = null;
  }
  return changes.filter(({ was, is }) => was.trim() !== is.trim());
}
