/** Asks a network what a channel may do there today, and writes down what it says. */
import type { Connection } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import type { Refused } from "../networks/outcome.ts";
import { connectionIn } from "./page.ts";
import { openLine } from "./line.ts";
import { describedView } from "./view.ts";

type Who = Pick<Inside, "desk" | "by" | "practice">;

export async function describe({ desk, by, practice }: Who, channel: string): Promise<{ is: "tested"; connection: Connection } | Refused> {
  const line = await openLine(desk, practice, channel);
  if (line.is === "refused") return line;
  const answer = await line.ask(line.network.describe), now = desk.now().toISOString();
  if (answer.is === "refused") {
    // A no to the sign-in is written down by the line.
    if (answer.kind !== "auth") await keep({ desk, by, practice }, channel, { says: answer.says });
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
