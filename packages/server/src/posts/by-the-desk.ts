import { asPerson } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { THE_DESK } from "../http/actor.ts";
import type { Inside } from "../http/asking.ts";
import type { Written } from "../record/journal.ts";
import { append, type Noted, takeTurn } from "../record/record.ts";

/** Inside a practice, as one of its people or as the desk, which has no role and nobody waiting for an answer. */
export type Within = Omit<Inside, "role" | "afterwards"> & { role?: Inside["role"] };

/** Work of the desk itself in one practice, under the same row-level security as anybody's, and recorded as the desk's. */
export async function byTheDesk<Result>(desk: Desk, practice: string, work: (within: Within) => Promise<Result>): Promise<Result> {
  const written: Written[] = [], now = desk.now();
  const result = await asPerson(desk.database.db, { practice, person: null }, async (tx) => {
    await takeTurn(tx, practice);
    const note = async (what: Noted): Promise<void> => { written.push(await append(tx, practice, THE_DESK, now, what)); };
    return work({ desk, tx, practice, by: THE_DESK, now, note });
  });
  await desk.journal.write(written);
  return result;
}
