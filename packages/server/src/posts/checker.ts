import type { Content, DeskFinding, VerdictName } from "@chaperone/contract";
import type { Pillar } from "@chaperone/engine";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";

export interface Result { verdict: VerdictName; findings: DeskFinding[]; pack: string; pillar: { pillar: Pillar; reason: string } }

/** The engine, the rules in force in a practice, and the second reader. */
export interface Checker {
  /** SHA-256 of the rules without anybody's own. */
  readonly pack: string;
  /** The hash of the rules in force in a practice, house rules included. */
  packOf(tx: Transaction<Database>, practice: string): Promise<string>;
  /** Every text of the content that goes out, judged. Throws `not-checked` when the check cannot finish. */
  check(tx: Transaction<Database>, practice: string, content: Content): Promise<Result>;
  /** Which pillar it serves; by the table of words alone while the second reader is not there. */
  pillar(content: Content): Promise<Pillar>;
}
