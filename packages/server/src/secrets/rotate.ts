/** Seals everything again with the key of today, so that an older one can be thrown away. Running it twice does what running it once does. */
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { sql, type Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { signInSecret } from "../people/make-auth.ts";
import { byTheDesk } from "../posts/by-the-desk.ts";
import { WrongSeal } from "./seal.ts";

/** `unopened` were sealed with a key that nobody gave: they stay as they are. */
export interface Rotated { sealed: number; unopened: number }

/** Every column that holds a seal, and what names its row. All are of a practice. */
const SEALED = [
  { table: "connections", column: "credentials", names: ["channel"] }, { table: "apps", column: "client_secret", names: ["network", "host"] },
  { table: "sign_ins", column: "verifier", names: ["state_hash"] }, { table: "sign_ins", column: "accounts", names: ["state_hash"] }, { table: "webhooks", column: "secret", names: ["id"] },
] as const;

export async function rotateKey(desk: Desk): Promise<Rotated> {
  const practices = await desk.database.db.selectFrom("practices").select("id").orderBy("id").execute(), all: Rotated = { sealed: 0, unopened: 0 };
  for (const { id } of practices) {
    add(all, await byTheDesk(desk, id, async ({ tx, note }) => {
      const here: Rotated = { sealed: 0, unopened: 0 };
      for (const one of SEALED) add(here, await rotateColumn(desk, tx, id, one));
      if (here.sealed > 0) await note({ action: "secrets.sealed-again", about: { kind: "practice", id }, facts: { secrets: here.sealed } });
      return here;
    }));
  }
  return add(all, await rotateSignIn(desk));
}

function add(sum: Rotated, { sealed, unopened }: Rotated): Rotated {
  sum.sealed += sealed;
  sum.unopened += unopened;
  return sum;
}

async function rotateColumn({ seal }: Desk, tx: Transaction<Database>, practice: string, { table, column, names }: (typeof SEALED)[number]): Promise<Rotated> {
  const here: Rotated = { sealed: 0, unopened: 0 }, text = sql.ref(column), row = sql.join(names.map((name) => sql.ref(name)), sql`, `);
  const { rows } = await sql<Record<string, string>>`select ${row}, ${text} as sealed from ${sql.table(table)} where practice = ${practice} and ${text} is not null`.execute(tx);
  for (const { sealed, ...key } of rows) {
    if (seal.isCurrent(sealed!)) continue;
    const open = openedOr(() => seal.open(sealed!));
    if (open === null) { here.unopened += 1; continue; }
    const named = sql.join(Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`), sql` and `);
    // A token that was renewed in this moment has been sealed anew already, and stays.
    const { numAffectedRows } = await sql`update ${sql.table(table)} set ${text} = ${seal.seal(open)} where practice = ${practice} and ${named} and ${text} = ${sealed}`.execute(tx);
    here.sealed += Number(numAffectedRows ?? 0n);
  }
  return here;
}

function openedOr(open: () => string): string | null {
  try { return open(); } catch (error) { if (error instanceof WrongSeal) return null; throw error; }
}

/** Second factors are sealed by sign-in itself, in a form that does not say by which key: the one that opens it is the one. */
async function rotateSignIn({ config, database: { db } }: Desk): Promise<Rotated> {
  const here: Rotated = { sealed: 0, unopened: 0 }, current = signInSecret(config.secretKey), older = (config.oldKeys ?? []).map(signInSecret);
  const again = async (sealed: string): Promise<string | null> => {
    if (await decrypted(current, sealed) !== null) return sealed;
    for (const key of older) { const open = await decrypted(key, sealed); if (open !== null) return symmetricEncrypt({ key: current, data: open }); }
    return null;
  };
  await asDesk(db, async (tx) => {
    const { rows } = await sql<{ id: string; secret: string; backupCodes: string }>`select id, secret, "backupCodes" from "twoFactor" for update`.execute(tx);
    for (const { id, secret, backupCodes } of rows) {
      const [newSecret, newCodes] = [await again(secret), await again(backupCodes)];
      if (newSecret === null || newCodes === null) here.unopened += 1;
      else if (newSecret !== secret || newCodes !== backupCodes) {
        await sql`update "twoFactor" set secret = ${newSecret}, "backupCodes" = ${newCodes} where id = ${id}`.execute(tx);
        here.sealed += 1;
      }
    }
    // Nobody uses what single sign-on handed over besides its word; it comes again with the next sign-in.
    if (older.length > 0) await sql`update account set "accessToken" = null, "refreshToken" = null, "idToken" = null where "accessToken" is not null or "refreshToken" is not null or "idToken" is not null`.execute(tx);
  });
  return here;
}

const decrypted = (key: string, data: string): Promise<string | null> => symmetricDecrypt({ key, data }).catch(() => null);
