/** What a network is handed: derived from the version that was approved, and from nothing else. */
import { networks as limits, type NetworkId, outgoing } from "@chaperone/contract";
import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Desk } from "../desk.ts";
import { mediaOf } from "../media/media-of.ts";
import type { Outgoing } from "../networks/outgoing.ts";
import type { Refused } from "../networks/outcome.ts";
import { contentOf } from "../posts/version.ts";
import { titleOf } from "../posts/view.ts";
import { sha256 } from "../record/chain.ts";
import type { PublicationRow } from "./claim.ts";

export interface Approved { title: string; version: { hash: string; content: string }; network: NetworkId }

/** The same 32 digits for every try of a publication. */
export const keyOf = ({ id }: Pick<PublicationRow, "id">): string => id.replaceAll("-", "");

export async function outgoingOf(desk: Desk, row: PublicationRow, { title, version, network }: Approved): Promise<{ is: "outgoing"; outgoing: Outgoing } | Refused> {
  // A version is its content. Bytes that do not have the name that was approved are not what was approved.
  if (sha256(version.content) !== row.version) throw new Error("The content of the version does not have its hash.");
  const content = contentOf(version), { pictures: takes } = limits[network];
  const media = await mediaOf(desk, row.practice, content.pictures, { types: takes.types, bytes: takes.bytes, most: takes.most });
  if ("is" in media) return media;
  const startedAt = row.first_tried_at ?? desk.now().toISOString();
  return {
    is: "outgoing",
    outgoing: {
      key: keyOf(row), surface: content.surface, text: outgoing(content, row.channel), title: titleOf({ title, draft: content }), link: content.link, hashtags: content.hashtags, language: "en", media,
      settings: content.settings?.[row.channel] ?? {}, plannedFor: row.at, startedAt,
    },
  };
}

export async function approvedOf(desk: Desk, row: PublicationRow): Promise<Approved & { channel: Selectable<Database["channels"]> }> {
  const { db } = desk.database;
  const version = await db.selectFrom("versions").select(["hash", "content"]).where("practice", "=", row.practice).where("hash", "=", row.version).executeTakeFirstOrThrow();
  const { title } = await db.selectFrom("posts").select("title").where("practice", "=", row.practice).where("id", "=", row.post).executeTakeFirstOrThrow();
  const channel = await db.selectFrom("channels").selectAll().where("practice", "=", row.practice).where("id", "=", row.channel).executeTakeFirstOrThrow();
  return { title, version, network: channel.network, channel };
}
