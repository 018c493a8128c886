/** What a network would refuse as it stands is refused before anybody is asked about it; the page says the same while one writes. */
import { noticesOf } from "@chaperone/contract";
import { Refusal } from "../http/refusal.ts";
import { channelsIn } from "../practices/store.ts";
import type { Within } from "./by-the-desk.ts";
import type { PostRow } from "./rows.ts";
import { titleOf } from "./view.ts";

export async function askTheChannels({ tx, practice }: Pick<Within, "tx" | "practice">, post: PostRow): Promise<void> {
  const { draft } = post, channels = (await channelsIn(tx, practice)).filter(({ id, connected }) => connected && draft.channels.includes(id));
  if (channels.length === 0) return;
  const rows = await tx.selectFrom("connections").select(["channel", "described"]).where("practice", "=", practice).where("channel", "in", channels.map(({ id }) => id)).execute();
  const stopped = channels.flatMap((channel) => {
    const described = rows.find((row) => row.channel === channel.id)?.described ?? null;
    return noticesOf({ title: titleOf(post), content: draft }, channel, described).filter(({ stops }) => stops).map(({ says, setting }) => ({ at: setting ? `/settings/${channel.id}/${setting}` : `/channels/${channel.id}`, says: `${channel.name}: ${says}` }));
  });
  if (stopped.length > 0) throw new Refusal("invalid-request", { detail: stopped[0]!.says, errors: stopped });
}
