import { type Kysely, sql, type Transaction } from "kysely";
import { within } from "./within.ts";

/** On whose behalf: row-level security compares rows with these two. */
export interface Tenant { practice: string | null; person: string | null }

type Work<Tables, Result> = (tx: Transaction<Tables>) => Promise<Result>;

/** Work for a person, in one transaction as the role that owns nothing and sees only the practice's rows. Role and settings end with it. */
export function asPerson<Tables, Result>(db: Kysely<Tables>, { practice, person }: Tenant, work: Work<Tables, Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('chaperone.practice', ${practice ?? ""}, true), set_config('chaperone.person', ${person ?? ""}, true), set_config('role', 'chaperone_app', true)`.execute(tx);
    return await within(() => work(tx));
  });
}

/** Work of the desk itself (jobs, sign-in), in one transaction as the owner. */
export function asDesk<Tables, Result>(db: Kysely<Tables>, work: Work<Tables, Result>): Promise<Result> {
  return db.transaction().execute((tx) => within(() => work(tx)));
}
