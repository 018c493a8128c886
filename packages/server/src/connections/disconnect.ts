import type { Connection } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { settleAll } from "../posts/settle-all.ts";
import { forget } from "./forget.ts";
import { connectionIn } from "./page.ts";
import { openChannel } from "./store.ts";

/** Forgets the sign-in; what was planned stays planned, and is posted by hand. */
export async function disconnect(inside: Inside, id: string): Promise<Connection> {
  const { tx, practice, note } = inside, channel = await openChannel(tx, practice, id);
  if (!channel) throw new Refusal("not-found");
  if (await forget(inside, channel)) {
    await note({ action: "channel.disconnected", about: { kind: "channel", id, title: channel.name }, facts: { network: channel.network } });
    await settleAll(inside);
  }
  return connectionIn(inside, id);
}
