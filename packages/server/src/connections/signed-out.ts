import type { Desk } from "../desk.ts";
import { byTheDesk } from "../posts/by-the-desk.ts";
import { openChannel } from "./store.ts";

/** A network does not accept the sign-in any more: a person has to sign in again, and is told so once. `turn` says which credentials were refused, where that is known.
 *  Answers false when it was known already, or other credentials have taken their place. */
export function signedOut(desk: Desk, practice: string, channel: string, says: string, turn?: number): Promise<boolean> {
  return byTheDesk(desk, practice, async ({ tx, note }) => {
    let change = tx.updateTable("connections").set({ state: "needs-sign-in", says, refreshing_until: null }).where("practice", "=", practice).where("channel", "=", channel).where("state", "=", "connected");
    if (turn !== undefined) change = change.where("turn", "=", turn);
    if (!await change.returning("channel").executeTakeFirst()) return false;
    const { name, network } = (await openChannel(tx, practice, channel)) ?? { name: "", network: "" };
    await note({ action: "channel.needs-sign-in", about: { kind: "channel", id: channel, title: name }, facts: { network } });
    await desk.messenger.tell(tx, practice, "channel.needs-sign-in", { channel, network });
    return true;
  });
}
