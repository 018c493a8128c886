import { randomUUID } from "node:crypto";
import { type Channel, usualOf } from "@chaperone/contract";
import { forget } from "../connections/forget.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { settleAll } from "../posts/settle-all.ts";
import { canonical } from "../record/canonical.ts";
import { channelsIn, named } from "./store.ts";

export const channels: Handlers<"channels"> = {
  list: ({ tx, practice }) => channelsIn(tx, practice),

  async add({ tx, practice, body, note, now }) {
    const id = randomUUID(), url = webAddress(body.url);
    await tx.insertInto("channels").values({ id, practice, network: body.network, name: body.name, url, removed_at: null, created_at: now.toISOString() }).execute();
    await note({ action: "channel.added", about: { kind: "channel", id, title: body.name }, facts: { network: body.network } });
    return named(await channelsIn(tx, practice), id);
  },

  async change(inside) {
    const { tx, practice, params, body, note } = inside, before = named(await channelsIn(tx, practice), params.channel);
    const after = { name: body.name ?? before.name, url: body.url === undefined ? before.url : webAddress(body.url), paused: body.paused ?? before.paused, usual: body.usual === undefined ? before.usual : usualFor(before, body.usual) };
    const changed = (["name", "paused", "url", "usual"] as const).filter((field) => canonical(after[field]) !== canonical(before[field]));
    if (changed.length === 0) return before;
    const { usual, ...rest } = after;
    await tx.updateTable("channels").set({ ...rest, settings: JSON.stringify(usual) }).where("practice", "=", practice).where("id", "=", before.id).execute();
    await note({ action: "channel.changed", about: { kind: "channel", id: before.id, title: after.name }, facts: { changed, paused: after.paused } });
    if (changed.includes("paused")) await settleAll(inside);
    return named(await channelsIn(tx, practice), before.id);
  },

  /** What was to go there is held and says why; what went out there stays as it was. */
  async remove(inside) {
    const { tx, practice, params, note, now } = inside, { id, name, network } = named(await channelsIn(tx, practice), params.channel);
    await tx.updateTable("channels").set({ removed_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", id).execute();
    await forget(inside, { id, network });
    await note({ action: "channel.removed", about: { kind: "channel", id, title: name }, facts: { network } });
    await settleAll(inside);
  },
};

/** All of them or none, so that nobody believes kept what was not. */
function usualFor({ network }: Channel, asked: Channel["usual"]): Channel["usual"] {
  const usual = usualOf(network, asked), other = Object.keys(asked).find((id) => asked[id] !== false && !(id in usual));
  if (other !== undefined) throw new Refusal("invalid-request", { errors: [{ at: `/usual/${other}`, says: "is nothing that a post on this network may begin with" }] });
  return usual;
}

/** It becomes a link in the app, so it is one that a browser may follow. */
function webAddress(url: string | null): string | null {
  if (!url?.trim()) return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Refusal("invalid-request", { errors: [{ at: "/url", says: "must be a web address that begins with https://" }] });
  return url.trim();
}
