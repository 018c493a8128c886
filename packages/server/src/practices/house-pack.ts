/** The rules of a practice made ready to judge: ours with its own beside them, compiled once for each set of them. */
import { loadPack, type Pack, PhraseError, type Rule } from "@chaperone/engine";
import { pack, packJson } from "@chaperone/rules";
import { canonical } from "../record/canonical.ts";
import { invalid } from "./house-rule.ts";

/** A compiled set is some tens of megabytes, and a desk rarely has more practices with rules of their own at work at once. */
const KEPT = 8;
const packs = new Map<string, Pack>();

export function packWith(house: Rule[]): Pack {
  if (house.length === 0) return pack();
  const key = canonical(house), compiled = packs.get(key) ?? compile(() => pack(house));
  packs.delete(key);
  packs.set(key, compiled);
  if (packs.size > KEPT) packs.delete(packs.keys().next().value!);
  return compiled;
}

/** One rule alone, over all word lists. */
export const packOfOne = (rule: Rule): Pack => compile(() => loadPack({ ...packJson(), rules: [] }, [rule]));

/** What only shows when the phrases meet the word lists: a list that does not exist, a phrase that would find everything. */
function compile(work: () => Pack): Pack {
  try { return work(); } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    throw invalid([{ at: "/yaml", says: error.message.replace(/^house\/[^.]+\./, "") }]);
  }
}
