import { randomUUID } from "node:crypto";
import { contextOf } from "@chaperone/contract";
import type { Handlers, Inside } from "../http/asking.ts";
import { keepUp } from "../posts/rules-changed.ts";
import { idOf, invalid, readHouseRule } from "./house-rule.ts";
import { packWith } from "./house-pack.ts";
import { houseRulesIn, named, practiceIn, takePractice } from "./store.ts";
import { tryRule } from "./try-rule.ts";

/** As many as the engine compiles beside its own. */
const MOST = 200;

interface Given { name: string; yaml: string; enabled: boolean }

export const houseRules: Handlers<"houseRules"> = {
  list: ({ tx, practice }) => houseRulesIn(tx, practice),

  async add(inside) {
    const { tx, practice, body, note, now } = inside, id = randomUUID();
    await mayStand(inside, body);
    await tx.insertInto("house_rules").values({ id, practice, name: body.name, yaml: body.yaml, enabled: body.enabled, changed_at: now.toISOString() }).execute();
    await note({ action: "house-rule.added", about: { kind: "house-rule", id, title: body.name }, facts: { enabled: body.enabled } });
    await keepUp(inside);
    return named(await houseRulesIn(tx, practice), id);
  },

  async change(inside) {
    const { tx, practice, params, body, note, now } = inside, before = named(await houseRulesIn(tx, practice), params.rule);
    const changed = (["name", "yaml", "enabled"] as const).filter((field) => body[field] !== before[field]);
    if (changed.length === 0) return before;
    await mayStand(inside, body, before.id);
    await tx.updateTable("house_rules").set({ name: body.name, yaml: body.yaml, enabled: body.enabled, changed_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", before.id).execute();
    await note({ action: "house-rule.changed", about: { kind: "house-rule", id: before.id, title: body.name }, facts: { changed, enabled: body.enabled } });
    await keepUp(inside);
    return named(await houseRulesIn(tx, practice), before.id);
  },

  async remove(inside) {
    const { tx, practice, params, note } = inside;
    await takePractice(tx, practice);
    const { id, name } = named(await houseRulesIn(tx, practice), params.rule);
    await tx.deleteFrom("house_rules").where("practice", "=", practice).where("id", "=", id).execute();
    await note({ action: "house-rule.removed", about: { kind: "house-rule", id, title: name } });
    await keepUp(inside);
  },

  async try({ tx, practice, body }) {
    return tryRule(body, contextOf(await practiceIn(tx, practice)));
  },
};

/** Refuses a rule that cannot be read, alone or beside the others, before it is kept. */
async function mayStand({ tx, practice }: Inside, { name, yaml, enabled }: Given, itself?: string): Promise<void> {
  const { rule } = readHouseRule(name, yaml);
  await takePractice(tx, practice);
  const others = (await houseRulesIn(tx, practice)).filter(({ id }) => id !== itself);
  if (others.length >= MOST) throw invalid([{ at: "/name", says: `A practice keeps at most ${MOST} rules of its own.` }]);
  if (others.some((other) => idOf(other.name) === rule.id)) throw invalid([{ at: "/name", says: "Another rule of the practice has this name." }]);
  const beside = others.filter((other) => other.enabled).map((other) => readHouseRule(other.name, other.yaml).rule);
  packWith(enabled ? [...beside, rule] : [rule]);
}
