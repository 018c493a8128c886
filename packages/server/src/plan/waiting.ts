import { roleMay } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { relatedTo } from "../posts/related.ts";
import { postsIn } from "../posts/summaries.ts";
import type { PostRow } from "../posts/rows.ts";

/** Posts that wait for somebody's decision, the oldest first: those on which the one who looks can decide, and the rest. */
export async function waitingIn({ tx, practice, by, role }: Inside): Promise<{ mine: PostRow[]; others: PostRow[] }> {
  const rows = await postsIn(tx, practice).where("deleted_at", "is", null).where("state", "=", "waiting").orderBy("asked_at").orderBy("id").execute();
  if (rows.length === 0 || by.kind !== "person" || !roleMay(role, "approve")) return { mine: [], others: rows };
  const { receipts, approvals } = await relatedTo(tx, practice, rows);
  const made = await tx.selectFrom("versions").select(["hash", "author", "writers"]).where("practice", "=", practice).where("hash", "in", rows.flatMap(({ version }) => version ?? [])).execute();
  const written = new Set(made.filter(({ author, writers }) => author === by.person || writers.includes(by.person)).map(({ hash }) => hash));
  const isMine = ({ id, version, asked_of }: PostRow): boolean => version !== null && (asked_of === null || asked_of === by.person) && !(receipts.get(version)?.four_eyes && written.has(version))
    && !approvals.get(id)?.some((one) => one.version === version && one.person === by.person && one.lapsed_at === null);
  const { mine = [], others = [] } = Object.groupBy(rows, (row) => (isMine(row) ? "mine" : "others"));
  return { mine, others };
}
