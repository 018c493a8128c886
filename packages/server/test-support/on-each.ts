import { describe } from "vitest";
import { openDatabase, type OpenDatabase } from "../src/database/open.ts";
import { closeAfter, closeTheRest } from "./close-after.ts";
import { openMemory } from "./memory.ts";
import { freshPostgres } from "./postgres.ts";

export type Open = () => Promise<OpenDatabase>;

/** The same suite on the embedded database and on PostgreSQL. Every `open()` is a fresh, migrated database, closed when its test ends. */
export function describeOnEach(name: string, suite: (open: Open) => void): void {
  const kinds: [string, Open][] = [["the embedded database", openMemory], ["PostgreSQL", openPostgres]];
  describe.each(kinds)(`${name}, on %s`, (_kind, open) => {
    closeTheRest();
    suite(() => open());
  });
}

export async function openPostgres(): Promise<OpenDatabase> {
  return closeAfter(await openDatabase({ url: await freshPostgres() }));
}
