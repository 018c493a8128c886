/** What a matcher sees: the rule's own hits, the draft as read, and what it answers. */
import type { Hit } from "../automaton/run.ts";
import type { Tagged } from "../automaton/tag.ts";
import type { Symbols } from "../automaton/symbols.ts";
import type { Context } from "../vocabulary.ts";
import type { Reading } from "../text/reading.ts";
import type { Role } from "../use.ts";
import type { Rule } from "../rule.ts";

export interface Read { reading: Reading; tagged: Tagged }

export interface Found {
  rule: Rule;
  draft: Read;
  answered: Read | null;
  context: Context;
  symbols: Symbols;
  /** Hits of one role, in the order of the text; for `near`, of one of its lists. */
  hits(role: Role, part?: number): readonly Hit[];
}

/** Words `first` to `last` of the draft. */
export interface Match { first: number; last: number }

export type Matcher = (found: Found) => Match[];
