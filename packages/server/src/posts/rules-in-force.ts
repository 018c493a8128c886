import { createHash } from "node:crypto";
import type { Context, Pack } from "@chaperone/engine";
import { pack } from "@chaperone/rules";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { canonical } from "../record/canonical.ts";

/** The rules that judge a practice's posts, and who is speaking. The hash names both: the same words may be judged otherwise in another state. */
export async function rulesInForce(tx: Transaction<Database>, practice: string): Promise<{ rules: Pack; context: Context; hash: string }> {
  const row = await tx.selectFrom("practices").select(["states", "specialty", "name", "names", "phones", "staff"]).where("id", "=", practice).executeTakeFirstOrThrow();
  const providers = await tx.selectFrom("providers").select(["name", "degree", "licence", "boards", "specialties"]).where("practice", "=", practice).orderBy("id").execute();
  const context: Context = {
    states: row.states, specialty: row.specialty, names: [row.name, ...row.names], phones: row.phones, staff: row.staff.map(({ name }) => name),
    providers: providers.map((provider) => ({ ...provider, boards: provider.boards.map(({ name }) => name) })),
  };
  const rules = pack();
  return { rules, context, hash: createHash("sha256").update(canonical([rules.hash, context])).digest("hex") };
}
