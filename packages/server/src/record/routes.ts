import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Handlers } from "../http/asking.ts";
import { FIRST } from "./chain.ts";
import { closingLine, lineOf } from "./export.ts";
import { entryOf } from "./record.ts";
import { standingOf, walk } from "./verify.ts";

const PAGE = 50;

export const record: Handlers<"record"> = {
  async list({ tx, practice, query: { before, action, post, limit = PAGE } }) {
    let rows = tx.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", practice).orderBy("seq", "desc").limit(limit + 1);
    if (before !== undefined) rows = rows.where("seq", "<", clamp(before));
    // “post.” asks for everything that happens to posts, “post.submitted” for that alone.
    if (action) rows = action.endsWith(".") ? rows.where("action", "like", `${action.replace(/[\\%_]/g, "\\$&")}%`) : rows.where("action", "=", action);
    if (post) rows = rows.where("subject", "=", post);
    const found = await rows.execute(), { entries, head } = await headOf(tx, practice);
    const shown = found.slice(0, limit);
    return { list: shown.map(entryOf), next: found.length > limit ? Number(shown.at(-1)!.seq) : null, entries, head };
  },

  async verify({ desk, tx, practice }) {
    const walked = await walk(tx, practice);
    return { ...walked, journal: standingOf(walked, (await desk.journal.heads())?.get(practice), desk.journal.isKept) };
  },

  async export({ tx, practice, setHeader, now }) {
    const rows = await tx.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", practice).orderBy("seq").execute();
    const head = rows.at(-1)?.hash ?? FIRST;
    setHeader("content-disposition", `attachment; filename="record-${practice.slice(0, 8)}-${now.toISOString().slice(0, 10)}.jsonl"`);
    const text = [...rows.map((row) => lineOf({ ...row, seq: Number(row.seq) })), closingLine({ practice, entries: rows.length, head, at: now.toISOString() })].join("\n");
    return new Response(`${text}\n`, { headers: { "content-type": "application/jsonl; charset=utf-8" } }) as unknown as string;
  },
};

/** PostgreSQL's bigint ends where a JavaScript number is still a safe one, and so does a record. */
const clamp = (seq: number): number => Number.isFinite(seq) ? Math.trunc(Math.min(Math.max(seq, 0), Number.MAX_SAFE_INTEGER)) : 0;

async function headOf(tx: Transaction<Database>, practice: string): Promise<{ entries: number; head: string }> {
  const last = await tx.selectFrom("record").select(["seq", "hash"]).where("practice", "=", practice).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return { entries: Number(last?.seq ?? 0), head: last?.hash ?? FIRST };
}
