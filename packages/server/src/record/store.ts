import type { Entry, recordQuery } from "@chaperone/contract";
import type { Kysely, Transaction } from "kysely";
import type * as z from "zod/mini";
import type { Database } from "../database/schema.ts";
import { FIRST, type Link } from "./chain.ts";
import { closingLine, lineOf } from "./export.ts";
import { entryOf } from "./record.ts";

type Tx = Transaction<Database>;
type Asked = z.infer<typeof recordQuery>;

const PAGE = 50, STEP = 1_000;

/** Whatever number is asked for, what goes to the database is one of its own. */
const whole = (seq: number): number => Number.isNaN(seq) ? 0 : Math.trunc(Math.min(Math.max(seq, 0), Number.MAX_SAFE_INTEGER));

/** Newest first. “post.” asks for everything that happens to posts, “post.submitted” for that alone. */
export async function entriesOf(tx: Tx, practice: string, { before, action, post, limit = PAGE }: Asked): Promise<{ list: Entry[]; next: number | null }> {
  const rows = await tx.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", practice)
    .$if(before !== undefined, (query) => query.where("seq", "<", whole(before!)))
    .$if(action !== undefined, (query) => action!.endsWith(".") ? query.where("action", "like", `${action!.replace(/[\\%_]/g, "\\$&")}%`) : query.where("action", "=", action!))
    .$if(post !== undefined, (query) => query.where("subject", "=", post!))
    .orderBy("seq", "desc").limit(limit + 1).execute();
  const list = rows.slice(0, limit);
  return { list: list.map(entryOf), next: rows.length > limit ? list.at(-1)!.seq : null };
}

export async function headOf(tx: Tx, practice: string): Promise<{ entries: number; head: string }> {
  const last = await tx.selectFrom("record").select(["seq", "hash"]).where("practice", "=", practice).orderBy("seq", "desc").limit(1).executeTakeFirst();
  return { entries: last?.seq ?? 0, head: last?.hash ?? FIRST };
}

/** The whole chain from an entry on, a thousand at a time. */
export async function* linksOf(db: Tx | Kysely<Database>, practice: string, after = 0): AsyncGenerator<Link> {
  for (let from = after, rows: Link[] = []; ; from = rows.at(-1)!.seq) {
    rows = await db.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", practice).where("seq", ">", from).orderBy("seq").limit(STEP).execute();
    yield* rows;
    if (rows.length < STEP) return;
  }
}

/** The whole record of a practice as a file that proves itself. */
export async function exportOf(tx: Tx, practice: string, at: Date): Promise<string> {
  const lines: string[] = [];
  for await (const link of linksOf(tx, practice)) lines.push(lineOf(link));
  return `${[...lines, closingLine({ practice, ...await headOf(tx, practice), at: at.toISOString() })].join("\n")}\n`;
}
