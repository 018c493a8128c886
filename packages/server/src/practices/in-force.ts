/** What judges a practice's posts, and its name: SHA-256 over our rules, the practice's own, and who is speaking.
 *  The same words may be judged otherwise in another state or by somebody else, so a change of any of the three shuts the gate until all is checked again. */
import { contextOf } from "@chaperone/contract";
import type { Context, Pack } from "@chaperone/engine";
import { pack } from "@chaperone/rules";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { Refusal } from "../http/refusal.ts";
import { canonical } from "../record/canonical.ts";
import { sha256 } from "../record/chain.ts";
import { readHouseRule } from "./house-rule.ts";
import { packWith } from "./house-pack.ts";
import { houseRulesIn, practiceIn } from "./store.ts";

type Tx = Transaction<Database>;
interface Sources { context: Context; house: { name: string; yaml: string }[]; hash: string }

async function sourcesOf(tx: Tx, practice: string): Promise<Sources> {
  const context = contextOf(await practiceIn(tx, practice));
  const house = (await houseRulesIn(tx, practice)).filter(({ enabled }) => enabled).map(({ name, yaml }) => ({ name, yaml }));
  return { context, house, hash: sha256(canonical([pack().hash, house, context])) };
}

/** The name alone, without compiling anything. */
export const packHashOf = async (tx: Tx, practice: string): Promise<string> => (await sourcesOf(tx, practice)).hash;

export async function rulesInForce(tx: Tx, practice: string): Promise<{ rules: Pack; context: Context; hash: string }> {
  const { context, house, hash } = await sourcesOf(tx, practice);
  return { rules: compiled(house), context, hash };
}

/** A rule that was kept reads well, unless the desk's own word lists have changed since. Without it nothing counts as checked. */
function compiled(house: Sources["house"]): Pack {
  try { return packWith(house.map(({ name, yaml }) => readHouseRule(name, yaml).rule)); } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal("not-checked", { detail: "A house rule can no longer be read. Correct it or switch it off; nothing was lost." });
  }
}
