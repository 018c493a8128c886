/** Everything that stands beside posts, read for all of them at once. */
import type { Person } from "@chaperone/contract";
import type { Selectable, Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { PostRow, Receipt } from "./rows.ts";

type Rows<Table extends "approvals" | "overrides" | "publications"> = Selectable<Database[Table]>[];
export interface Related {
  /** The latest receipt, by version. */
  receipts: Map<string, Receipt>;
  approvals: Map<string, Rows<"approvals">>;
  overrides: Map<string, Rows<"overrides">>;
  publications: Map<string, Rows<"publications">>;
  person(id: string): Person;
}

export async function relatedTo(tx: Transaction<Database>, practice: string, posts: PostRow[]): Promise<Related> {
  if (posts.length === 0) return { receipts: new Map(), approvals: new Map(), overrides: new Map(), publications: new Map(), person: someone };
  const ids = posts.map(({ id }) => id), versions = posts.flatMap(({ version }) => version ?? []);
  const receipts = versions.length === 0 ? [] : await tx.selectFrom("verdicts").selectAll().distinctOn("version").where("practice", "=", practice).where("version", "in", versions).orderBy("version").orderBy("seq", "desc").execute();
  const approvals = await tx.selectFrom("approvals").selectAll().where("practice", "=", practice).where("post", "in", ids).orderBy("at").execute();
  const overrides = await tx.selectFrom("overrides").selectAll().where("practice", "=", practice).where("post", "in", ids).orderBy("asked_at").execute();
  const publications = await tx.selectFrom("publications").selectAll().where("practice", "=", practice).where("post", "in", ids).where("state", "<>", "removed").orderBy("at").orderBy("channel").execute();
  const people = [...posts.flatMap(({ author, asked_of }) => [author, asked_of]), ...approvals.map(({ person }) => person), ...overrides.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by])];
  return {
    receipts: new Map(receipts.map((receipt) => [receipt.version, receipt])), person: await whoIs(tx, people),
    approvals: Map.groupBy(approvals, ({ post }) => post), overrides: Map.groupBy(overrides, ({ post }) => post), publications: Map.groupBy(publications, ({ post }) => post),
  };
}

const someone = (id: string): Person => ({ id, name: "Someone who has left", email: "" });

export async function whoIs(tx: Transaction<Database>, ids: (string | null)[]): Promise<(id: string) => Person> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = wanted.length === 0 ? [] : await tx.selectFrom("people").select(["id", "name", "email"]).where("id", "in", wanted).execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => known.get(id) ?? someone(id);
}
