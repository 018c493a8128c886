/** Reads everything that decides how a post stands. */
import { type Content, GOING_OUT, roleMay } from "@chaperone/contract";
import { Refusal } from "../http/refusal.ts";
import type { Within } from "./by-the-desk.ts";
import type { PostRow } from "./rows.ts";
import type { Facts } from "./standing.ts";
import { contentOf, isWriter, latestReceipt } from "./version.ts";

/** A question is answered by more than a grunt; the gate counts the same. */
const LEAST_REASON = 3;


/** The post, kept from everybody else's changes until this transaction ends. */
export async function postFor({ tx, practice }: Pick<Within, "tx" | "practice">, id: string): Promise<PostRow> {
  const row = await tx.selectFrom("posts").selectAll().where("practice", "=", practice).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return row;
}

/** The same, for whoever means to change it: what lies in the bin stays as it is. */
export async function openPostFor(within: Pick<Within, "tx" | "practice">, id: string): Promise<PostRow> {
  const row = await postFor(within, id);
  if (row.deleted_at) throw new Refusal("already-done", { detail: "The post is in the bin. Take it out first." });
  return row;
}

/** Once a part of it is out, the words of a post stay. */
export async function isPartlyOut({ tx, practice }: Pick<Within, "tx" | "practice">, post: string): Promise<boolean> {
  return await tx.selectFrom("publications").select("id").where("practice", "=", practice).where("post", "=", post)
    .where(({ eb, or }) => or([eb("state", "in", GOING_OUT), eb("published_at", "is not", null)])).limit(1).executeTakeFirst() !== undefined;
}

export function maySchedule({ by, role }: Within): boolean {
  return role !== undefined && roleMay(role, "schedule") && (by.kind !== "key" || by.scopes?.includes("schedule") === true);
}

export async function factsOf(within: Within, post: PostRow, { isPlanning = false } = {}): Promise<Facts> {
  const { tx, practice, by, now } = within, { version } = post;
  const publications = await tx.selectFrom("publications").selectAll().where("practice", "=", practice).where("post", "=", post.id)
    .where(({ eb, or }) => or([eb("state", "<>", "removed"), eb("published_at", "is not", null)])).orderBy("at").execute();
  const { pack, silent_since } = await tx.selectFrom("practices").select(["pack", "silent_since"]).where("id", "=", practice).executeTakeFirstOrThrow();
  const mayPlan = maySchedule(within) ? (isPlanning ? "anew" : "again") : by.kind === "desk" ? "again" : "nothing";
  const planned = publications.map((one) => ({ id: one.id, version: one.version, channel: one.channel, at: one.at, state: one.state, heldWhy: one.held_why }));
  const always = { state: post.state, version, plannedFor: post.planned_for, now, pack, publications: planned, mayPlan } as const;
  if (version === null) return { ...always, receipt: null, overridden: new Set(), reasoned: new Set(), agreed: 0, isReturned: false, channels: [] };

  const made = await tx.selectFrom("versions").selectAll().where("practice", "=", practice).where("hash", "=", version).executeTakeFirstOrThrow();
  const receipt = await latestReceipt(tx, practice, version), content = contentOf(made);
  const decisions = await tx.selectFrom("approvals as a").innerJoin("members as m", (join) => join.onRef("m.practice", "=", "a.practice").onRef("m.person", "=", "a.person"))
    .select(["a.person", "a.decision", "m.role", "m.removed_at"]).where("a.practice", "=", practice).where("a.version", "=", version).where("a.lapsed_at", "is", null).execute();
  const mayStill = (one: (typeof decisions)[number]): boolean => one.removed_at === null && roleMay(one.role, "approve");
  const agreed = decisions.filter((one) => one.decision === "approved" && mayStill(one) && !(receipt?.four_eyes && isWriter(made, one.person)));
  const granted = await tx.selectFrom("overrides as o").innerJoin("members as m", (join) => join.onRef("m.practice", "=", "o.practice").onRef("m.person", "=", "o.decided_by"))
    .select(["o.rule", "m.role"]).where("o.practice", "=", practice).where("o.version", "=", version).where("o.granted", "=", true).where("m.removed_at", "is", null).execute();
  return {
    ...always, channels: await channelsOf(within, content, silent_since !== null),
    receipt: receipt && { pack: receipt.pack, stops: receipt.stops, questions: receipt.questions, peopleNeeded: receipt.people_needed },
    overridden: new Set(granted.filter(({ role }) => roleMay(role, "override")).map(({ rule }) => rule)), reasoned: new Set(content.reasons.filter(({ reason }) => reason.trim().length >= LEAST_REASON).map(({ rule }) => rule)),
    agreed: new Set(agreed.map(({ person }) => person)).size, isReturned: decisions.some(({ decision }) => decision === "returned"),
  };
}

async function channelsOf({ tx, practice }: Within, content: Content, isSilent: boolean): Promise<Facts["channels"]> {
  if (content.channels.length === 0) return [];
  const rows = await tx.selectFrom("channels").select(["id", "paused", "removed_at"]).where("practice", "=", practice).where("id", "in", content.channels).execute();
  return rows.map(({ id, paused, removed_at }) => ({ id, closed: removed_at ? "channel-removed" : paused ? "channel-paused" : isSilent ? "silence" : null }));
}
