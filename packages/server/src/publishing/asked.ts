/** What a person asks of a publication that is out, or may be: signed in, outside of any transaction. */
import { type Line, openLine } from "../connections/line.ts";
import { refusedBy } from "../connections/network-for.ts";
import type { Desk } from "../desk.ts";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Remote } from "../networks/network.ts";
import { inPractice } from "../http/mount.ts";
import { byTheDesk } from "../posts/by-the-desk.ts";
import { endAttempt, type End } from "./attempts.ts";
import type { PublicationRow } from "./claim.ts";

export async function publicationFor({ tx, practice }: Pick<Inside, "tx" | "practice">, id: string): Promise<PublicationRow> {
  const row = await tx.selectFrom("publications").selectAll().where("practice", "=", practice).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return row;
}

export interface Reached { line: Line; remote: Remote }

/** The network and the post there; a refusal in words where it cannot be reached. */
export async function reached(desk: Desk, row: PublicationRow): Promise<Reached> {
  if (!row.remote) throw refusedBy({ says: "It was posted by hand, so the desk does not know where it is. Look there yourself." });
  const line = await openLine(desk, row.practice, row.channel);
  if (line.is === "refused") throw refusedBy(line);
  return { line, remote: row.remote };
}

/** After the network has answered: again as the person, with the rights that they have by now. */
export const asThem = <Result>({ desk, by, practice }: Pick<Inside, "desk" | "by" | "practice">, needs: "write" | "schedule", work: (inside: Inside) => Promise<Result>): Promise<Result> => inPractice(desk, by, practice, needs, work);

/** Whatever goes wrong on the way, the attempt ends: with what the network was heard to say, or with why it could not be asked. By the desk, as the person may have lost the right to write it down. */
export async function toItsEnd<Result>({ desk, practice }: Pick<Inside, "desk" | "practice">, attempt: string, work: (heard: (end: End) => void) => Promise<Result>): Promise<Result> {
  let end: End | undefined;
  try {
    return await work((heard) => { end = heard; });
  } catch (error) {
    const why: End = error instanceof Refusal ? { outcome: "refused", says: error.problem.detail } : { outcome: "cut-off", says: "Something went wrong in the desk before it was done." };
    await byTheDesk(desk, practice, (within) => endAttempt(within, attempt, within.now, end ?? why));
    throw error;
  }
}
