import { randomUUID } from "node:crypto";
import type { Override, Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { openPostFor } from "../posts/facts.ts";
import { whoIs } from "../posts/related.ts";
import { settle } from "../posts/settle.ts";
import { latestReceipt } from "../posts/version.ts";
import { overrideOf } from "../posts/view.ts";
import { wrote } from "./may.ts";

const LEAST_REASON = 10;

/** Asks a second person to let a stop stand, with the reason that the record will show. */
export const askOverride: Handler<Routes["posts"]["askOverride"]> = async ({ params, body: { version, rule, reason }, ...inside }) => {
  const post = await openPostFor(inside, params.post), { tx, practice, by, now, note } = inside;
  if (post.version !== version) throw new Refusal("old-version");
  const receipt = await latestReceipt(tx, practice, version);
  if (reason.trim().length < LEAST_REASON) throw new Refusal("invalid-request", { errors: [{ at: "/reason", says: "must be a reason that a stranger would understand" }] });
  if (!receipt?.stops.includes(rule)) throw new Refusal("invalid-request", { errors: [{ at: "/rule", says: "must be a rule that stops this version" }] });
  const before = await tx.selectFrom("overrides").select("id").where("practice", "=", practice).where("version", "=", version).where("rule", "=", rule).where((where) => where.or([where("granted", "is", null), where("granted", "=", true)])).executeTakeFirst();
  if (before) throw new Refusal("already-done");
  const id = randomUUID();
  await tx.insertInto("overrides").values({ id, practice, post: post.id, version, rule, reason: reason.trim(), asked_by: by.person, asked_at: now.toISOString(), decided_by: null, decided_at: null, granted: null }).execute();
  await note({ action: "override.asked", about: { kind: "post", id: post.id, title: post.title }, facts: { version, rule, override: id } });
  return viewOf(inside, id);
};

export const decideOverride: Handler<Routes["posts"]["decideOverride"]> = async ({ params, body: { granted, note: words }, ...inside }) => {
  const post = await openPostFor(inside, params.post), { tx, practice, by, now, note } = inside;
  const asked = await tx.selectFrom("overrides").selectAll().where("practice", "=", practice).where("post", "=", post.id).where("id", "=", params.override).executeTakeFirst();
  if (!asked) throw new Refusal("not-found");
  if (asked.granted !== null) throw new Refusal("already-done");
  if (asked.version !== post.version) throw new Refusal("old-version");
  if (asked.asked_by === by.person || (granted && await wrote(tx, practice, asked.version, by.person))) throw new Refusal("own-post", { detail: "A stop is overridden by a second person, who neither asked for it nor wrote it." });
  await tx.updateTable("overrides").set({ decided_by: by.person, decided_at: now.toISOString(), granted, note: words.trim() }).where("practice", "=", practice).where("id", "=", asked.id).execute();
  await note({ action: granted ? "override.granted" : "override.refused", about: { kind: "post", id: post.id, title: post.title }, facts: { version: asked.version, rule: asked.rule, override: asked.id } });
  await settle(inside, post.id);
  return viewOf(inside, asked.id);
};

async function viewOf({ tx, practice }: Inside, id: string): Promise<Override> {
  const row = await tx.selectFrom("overrides").selectAll().where("practice", "=", practice).where("id", "=", id).executeTakeFirstOrThrow();
  return overrideOf(row, await whoIs(tx, [row.asked_by, row.decided_by]));
}
