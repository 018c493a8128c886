import { CompiledQuery, sql, type Transaction } from "kysely";
import type { ConstructorOptions, Db as IDatabase } from "pg-boss";
import type { Engine } from "./engine.ts";
import type { makeTurns } from "./turns.ts";

/** What `new PgBoss({ ...jobs })` needs to keep its queue in this database. */
export type JobsOptions = Pick<ConstructorOptions, "db" | "backend" | "connectionString">;

/**
 * The queue over the embedded connection. pg-boss expects every call to stand alone as if it had a connection of its own, so each takes a
 * turn, and a failed block is rolled back before anyone else comes.
 */
export function embeddedJobs(engine: Engine, turns: ReturnType<typeof makeTurns>): JobsOptions {
  const db: IDatabase = {
    async executeSql(text, values = []) {
      const endTurn = await turns.take();
      try {
        return await engine.plainly(text, values);
      } catch (error) {
        await engine.plainly("rollback", []).catch(() => {});
        throw error;
      } finally {
        endTurn();
      }
    },
  };
  return { db, backend: "pglite" };
}

/** For `boss.send(name, data, { db: jobsIn(tx) })`: the job exists exactly when the transaction commits. The application's role owns no queue, so the owner sends. */
export function jobsIn<Tables>(tx: Transaction<Tables>): IDatabase {
  return {
    async executeSql(text, values = []) {
      const { rows: [before] } = await sql<{ role: string }>`select current_setting('role') as role`.execute(tx);
      await sql`select set_config('role', 'none', true)`.execute(tx);
      const { rows } = await tx.executeQuery(CompiledQuery.raw(text, [...values]));
      await sql`select set_config('role', ${before!.role}, true)`.execute(tx);
      return { rows };
    },
  };
}
