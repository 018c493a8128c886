/** What a person asks of a publication that is out, or may be: signed in, outside of any transaction. */
import { openSession } from "../connections/session.ts";
import type { Desk } from "../desk.ts";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import type { Network, Remote } from "../networks/network.ts";
import type { Session } from "../networks/session.ts";
import { inPractice } from "../http/mount.ts";
import type { PublicationRow } from "./claim.ts";

export async function publicationFor({ tx, practice }: Pick<Inside, "tx" | "practice">, id: string): Promise<PublicationRow> {
  const row = await tx.selectFrom("publications").selectAll().where("practice", "=", practice).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return row;
}

export interface Reached { network: Network; session: Session; remote: Remote }

/** The network and the post there; a refusal in words where it cannot be reached. */
export async function reached(desk: Desk, row: PublicationRow): Promise<Reached> {
  if (!row.remote) throw new Refusal("network-refused", { detail: "It was posted by hand, so the desk does not know where it is. Look there yourself." });
  const signed = await openSession(desk, row.practice, row.channel);
  if (signed.is === "refused") throw new Refusal("network-refused", { detail: signed.says });
  return { network: signed.network, session: signed.session, remote: row.remote };
}

/** After the network has answered: again as the person, with the rights that they have by now. */
export const asThem = <Result>({ desk, by, practice }: Pick<Inside, "desk" | "by" | "practice">, needs: "write" | "schedule", work: (inside: Inside) => Promise<Result>): Promise<Result> => inPractice(desk, by, practice, needs, work);
