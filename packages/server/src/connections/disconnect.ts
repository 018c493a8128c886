import type { Connection } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { settleAll } from "../posts/settle-all.ts";
import { connectionIn } from "./page.ts";
import { openChannel } from "./store.ts";

/** Forgets the sign-in; what was planned stays planned, and is posted by hand. */
export async function disconnect(inside: Inside, id: string): Promise<Connection> {
  const { tx, practice, note } = inside, channel = await openChannel(tx, practice, id);
  if (!channel) throw new Refusal("not-found");
  const forgotten = await tx.deleteFrom("connections").where("practice", "=", practice).where("channel", "=", id).returning("channel").executeTakeFirst();
  await tx.updateTable("channels").set({ connected: false }).where("practice", "=", practice).where("id", "=", id).execute();
  if (forgotten) {
    await note({ action: "channel.disconnected", about: { kind: "channel", id, title: channel.name }, facts: { network: channel.network } });
    await settleAll(inside);
  }
  return connectionIn(inside, id);
}
