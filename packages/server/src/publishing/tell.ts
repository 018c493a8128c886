import type { Within } from "../posts/by-the-desk.ts";
import { settle } from "../posts/settle.ts";
import type { PublicationRow } from "./claim.ts";

type Told = "post.published" | "post.failed" | "post.unconfirmed";

/** The record, the webhooks and the post's standing learn of it in the same transaction. */
export async function tell(within: Within, { id: publication, post, version, channel }: PublicationRow, event: Told, facts: Record<string, unknown>): Promise<void> {
  const { desk, tx, practice, note } = within, all = { version, channel, publication, ...facts };
  await note({ action: event, about: { kind: "post", id: post }, facts: all });
  await desk.messenger.tell(tx, practice, event, { post, ...all });
  await settle(within, post);
}
