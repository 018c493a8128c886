/** Sign-ins that are under way. Who comes back has to be who left, for the same practice, in time, and only once. */
import type { NetworkId } from "@chaperone/contract";
import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Connected } from "../networks/connect.ts";
import { sha256 } from "../record/chain.ts";
import type { Seal } from "../secrets/seal.ts";

export interface SignIn { network: NetworkId; host: string | null; channel: string | null; verifier: string; redirectUri: string; accounts: Connected["accounts"] | null }
type Where = Pick<Inside, "tx" | "practice" | "by" | "now" | "desk">;

const MINUTES = 15;

export async function keepSignIn({ tx, practice, by, now, desk }: Where, state: string, { network, host, channel, verifier, redirectUri, accounts }: SignIn): Promise<void> {
  await tx.deleteFrom("sign_ins").where("practice", "=", practice).where("expires_at", "<", now.toISOString()).execute();
  const sealed = desk.seal.seal(JSON.stringify({ verifier, redirectUri })), chosen = accounts && desk.seal.seal(JSON.stringify(accounts));
  const expires_at = new Date(now.getTime() + MINUTES * 60_000).toISOString();
  await tx.insertInto("sign_ins").values({ state_hash: sha256(state), practice, person: by.person, network, host: host ?? "", channel, verifier: sealed, accounts: chosen, expires_at }).execute();
}

/** Takes it away with the same statement that finds it: two who bring the same state get one answer. */
export async function takeSignIn({ tx, practice, by, now, desk: { seal } }: Where, state: string, step: "code" | "choice"): Promise<SignIn> {
  const row = await tx.deleteFrom("sign_ins").where("state_hash", "=", sha256(state)).where("practice", "=", practice).where("person", "=", by.person).where("expires_at", ">", now.toISOString())
    .where("accounts", step === "code" ? "is" : "is not", null).returningAll().executeTakeFirst();
  if (!row) throw new Refusal("sign-in-over");
  return opened(seal, row);
}

function opened(seal: Seal, { network, host, channel, verifier, accounts }: Selectable<Database["sign_ins"]>): SignIn {
  return { network, host: host || null, channel, ...JSON.parse(seal.open(verifier)) as Pick<SignIn, "verifier" | "redirectUri">, accounts: accounts === null ? null : JSON.parse(seal.open(accounts)) as Connected["accounts"] };
}
