/** A picture or video as a network gets it, whichever way it asks. */
import { sql } from "kysely";
import { asPerson } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { refused, type Refused } from "../networks/outcome.ts";
import type { Ticket } from "./address.ts";
import { fit, type Fitted } from "./fit.ts";

export interface Source { is: "source"; kind: "picture" | "video"; type: string; size: number; width: number; height: number; read(start: number, end: number): Promise<Uint8Array> }

export async function sourceOf(desk: Desk, ticket: Ticket): Promise<Source | Refused> {
  const row = await asPerson(desk.database.db, { practice: ticket.practice, person: null }, (tx) =>
    tx.selectFrom("pictures").select(["type", sql<number>`octet_length(bytes)`.as("size")]).where("practice", "=", ticket.practice).where("id", "=", ticket.picture).executeTakeFirst());
  if (!row) return refused("content-invalid", "A picture of this post is not on the desk any more. Take it out of the post or add it again.");
  // As it was added, with all that is written in it: docs/running.md says so to whoever runs the desk.
  if (row.type.startsWith("video/")) return { is: "source", kind: "video", type: row.type, size: row.size, width: 0, height: 0, read: (start, end) => stored(desk, ticket, start, end) };
  const fitted = await fittedOf(desk, ticket, row.size);
  if (fitted.is === "refused") return fitted;
  const { bytes, type, width, height } = fitted;
  return { is: "source", kind: "picture", type, size: bytes.length, width, height, read: async (start, end) => bytes.subarray(start, end) };
}

/** A part of what lies in the database: a video is never held in memory as a whole. */
async function stored({ database: { db } }: Desk, { practice, picture }: Ticket, start: number, end: number): Promise<Uint8Array> {
  const { part } = await asPerson(db, { practice, person: null }, (tx) =>
    tx.selectFrom("pictures").select(sql<Uint8Array>`substring(bytes from ${start + 1}::int for ${end - start}::int)`.as("part")).where("practice", "=", practice).where("id", "=", picture).executeTakeFirstOrThrow());
  return part;
}

/** A network asks for a picture several times, in parts: what was just made is kept for a moment. */
const KEPT = 8;
const kept = new WeakMap<Desk, Map<string, Promise<Fitted | Refused>>>();

function fittedOf(desk: Desk, ticket: Ticket, size: number): Promise<Fitted | Refused> {
  const mine = kept.get(desk) ?? new Map<string, Promise<Fitted | Refused>>(), key = JSON.stringify([ticket.practice, ticket.picture, ticket.types, ticket.bytes]);
  kept.set(desk, mine);
  const making = mine.get(key) ?? stored(desk, ticket, 0, size).then((bytes) => fit(bytes, ticket));
  mine.delete(key);
  mine.set(key, making);
  making.catch(() => mine.delete(key));
  for (const oldest of [...mine.keys()].slice(0, -KEPT)) mine.delete(oldest);
  return making;
}
