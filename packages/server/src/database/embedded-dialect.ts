import { AbortedTransactionError, CompiledQuery, createQueryId, type DatabaseConnection, type Dialect, type Driver, IdentifierNode, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult, RawNode, type TransactionSettings } from "kysely";
import type { Engine } from "./engine.ts";
import type { makeTurns } from "./turns.ts";
import { refuseBesideTransaction } from "./within.ts";

type Turns = ReturnType<typeof makeTurns>;

/** Kysely over the one embedded connection: a query or a transaction has it to itself and the rest wait their turn. */
export function embeddedDialect(engine: Engine, turns: Turns): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new EmbeddedDriver(engine, turns),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

class EmbeddedConnection implements DatabaseConnection {
  readonly engine: Engine;
  readonly endTurn: () => void;
  /** PostgreSQL turns the COMMIT of a failed transaction into a ROLLBACK without a word; this is how we notice. */
  failed = false;
  constructor(engine: Engine, endTurn: () => void) { this.engine = engine; this.endTurn = endTurn; }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { rows, affected } = await this.engine.query(query.sql, query.parameters);
      return { rows: rows as Row[], ...(affected === undefined ? {} : { numAffectedRows: BigInt(affected) }) };
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The embedded database answers whole results only; read in pages.");
  }
}

class EmbeddedDriver implements Driver {
  readonly #engine: Engine;
  readonly #turns: Turns;
  constructor(engine: Engine, turns: Turns) { this.#engine = engine; this.#turns = turns; }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<EmbeddedConnection> {
    refuseBesideTransaction();
    return new EmbeddedConnection(this.#engine, await this.#turns.take());
  }

  async releaseConnection(connection: EmbeddedConnection): Promise<void> { connection.endTurn(); }

  async beginTransaction(connection: EmbeddedConnection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    await connection.engine.query(["start transaction", isolationLevel && `isolation level ${isolationLevel}`, accessMode].filter(Boolean).join(" "), []);
    connection.failed = false;
  }

  async commitTransaction(connection: EmbeddedConnection): Promise<void> {
    await connection.engine.query(connection.failed ? "rollback" : "commit", []);
    if (connection.failed) throw new AbortedTransactionError();
  }

  async rollbackTransaction(connection: EmbeddedConnection): Promise<void> { await connection.engine.query("rollback", []); }

  async savepoint(connection: EmbeddedConnection, name: string): Promise<void> { await connection.executeQuery(savepoint("savepoint", name)); }
  async releaseSavepoint(connection: EmbeddedConnection, name: string): Promise<void> { await connection.executeQuery(savepoint("release", name)); }

  async rollbackToSavepoint(connection: EmbeddedConnection, name: string): Promise<void> {
    await connection.executeQuery(savepoint("rollback to", name));
    connection.failed = false;
  }

  async destroy(): Promise<void> {}
}

function savepoint(command: string, name: string): CompiledQuery {
  const node = RawNode.create([`${command} `, ""], [IdentifierNode.create(name)]);
  return new PostgresQueryCompiler().compileQuery(node, createQueryId());
}
