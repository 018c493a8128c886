import { randomBytes } from "node:crypto";
import pg from "pg";
import { openDatabase } from "../src/database/open.ts";
import { onceInRun, startCluster } from "./cluster.ts";

const urlOf = (run: string, name: string): string => `postgres://postgres@localhost/${name}?host=${encodeURIComponent(run)}`;

async function administer(run: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(run, "postgres") });
  await client.connect();
  try { await client.query(text); } finally { await client.end(); }
}

function theRun(): string {
  const run = process.env.CHAPERONE_TEST_RUN;
  if (!run) throw new Error("Start the tests through vitest, whose global set-up makes the place for PostgreSQL.");
  return run;
}

/** A migrated PostgreSQL database that nobody else uses, as an address. It goes away with the test run. */
export async function freshPostgres({ migrated = true } = {}): Promise<string> {
  const run = theRun();
  await onceInRun(run, "cluster", async () => startCluster(run));
  if (migrated) await onceInRun(run, "template", () => makeTemplate(run));
  const name = `desk_${randomBytes(6).toString("hex")}`;
  await administer(run, `create database ${name} template ${migrated ? "desk_template" : "template0"}`);
  return urlOf(run, name);
}

async function makeTemplate(run: string): Promise<void> {
  await administer(run, "create database desk_template template template0");
  await (await openDatabase({ url: urlOf(run, "desk_template") })).close();
}
