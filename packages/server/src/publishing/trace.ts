/** What is known of a try that nobody heard the end of, for whoever looks for it. */
import { outgoing } from "@chaperone/contract";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { OtherPost, Trace } from "../networks/trace.ts";
import { contentOf } from "../posts/version.ts";
import type { Claim, PublicationRow } from "./claim.ts";

export async function traceOf({ desk, row }: Pick<Claim, "desk" | "row">): Promise<Trace> {
  const last = await asDesk(desk.database.db, (tx) => tx.selectFrom("attempts").select("at").where("practice", "=", row.practice).where("publication", "=", row.id).where("step", "=", "commit").orderBy("seq", "desc").limit(1).executeTakeFirst());
  return { begunAt: last?.at ?? desk.now().toISOString(), others: () => othersThan(desk, row) };
}

/** A clock there may be behind ours, so a little is added before the first try. */
const SPARE_MS = 3_600_000;

async function othersThan({ database: { db } }: Desk, { id, practice, channel, first_tried_at: began, created_at: made }: PublicationRow): Promise<OtherPost[]> {
  const since = new Date(Date.parse(began ?? made) - SPARE_MS).toISOString();
  const rows = await asDesk(db, (tx) => tx.selectFrom("publications as p").innerJoin("versions as v", (join) => join.onRef("v.practice", "=", "p.practice").onRef("v.hash", "=", "p.version"))
    .select(["p.remote", "p.url", "p.first_tried_at", "v.content"]).where("p.practice", "=", practice).where("p.channel", "=", channel).where("p.id", "!=", id)
    .where(({ eb, or, and }) => or([eb("p.state", "in", ["committing", "unknown"]), and([eb("p.state", "in", ["published", "removed"]), eb("p.published_at", ">=", since)])])).execute());
  return rows.map(({ remote, url, first_tried_at: startedAt, content }) => ({ text: outgoing(contentOf({ content }), channel), id: remote?.id ?? null, url, startedAt }));
}
