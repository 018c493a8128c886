/** Asks a network what a channel may do there today, and writes down what it says. */
import type { Connection } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import type { Refused } from "../networks/outcome.ts";
import { connectionIn } from "./page.ts";
import { openSession } from "./session.ts";
import { signedOut } from "./signed-out.ts";
import { describedView } from "./view.ts";

type Who = Pick<Inside, "desk" | "by" | "practice">;

export async function describe({ desk, by, practice }: Who, channel: string): Promise<{ is: "tested"; connection: Connection } | Refused> {
  const signed = await openSession(desk, practice, channel);
  if (signed.is === "refused") return signed;
  const answer = await signed.network.describe(signed.session), now = desk.now().toISOString();
  if (answer.is === "refused") {
    if (answer.kind === "auth") await signedOut(desk, practice, channel, answer.says);
    else await keep({ desk, by, practice }, channel, { says: answer.says });
    return answer;
  }
  const described = describedView(answer), connection = await keep({ desk, by, practice }, channel, { says: null, described: JSON.stringify(described), tested_at: now });
  // A rehearsal has no sign-in to write it on.
  return { is: "tested", connection: { ...connection, described, testedAt: now } };
}

const keep = ({ desk, by, practice }: Who, channel: string, change: { says: string | null; described?: string; tested_at?: string }): Promise<Connection> => inPractice(desk, by, practice, "see", async (inside) => {
  await inside.tx.updateTable("connections").set(change).where("practice", "=", practice).where("channel", "=", channel).where("state", "=", "connected").execute();
  return connectionIn(inside, channel);
});

/** Right after connecting: the channel is connected whatever comes of this, and Test asks again. */
export async function describeAll(who: Who, channels: string[]): Promise<void> {
  for (const channel of channels) await describe(who, channel).catch((error: unknown) => { who.desk.log.error({ error: (error as Error).name }, "a new channel could not be described"); });
}
