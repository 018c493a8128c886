/** The addresses that networks fetch media from: each names what it opens and until when, and nobody can make one without the desk's key. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Desk } from "../desk.ts";
import { ownAddress } from "../http/own-address.ts";

/** What a network takes; the same picture for another network has other bytes. */
export interface Takes { types: readonly string[]; bytes: number }
export interface Ticket extends Takes { practice: string; picture: string }

const HOUR_S = 3600;

export const addressOf = (desk: Pick<Desk, "config" | "now">, ticket: Ticket): string => `${ownAddress(desk.config)}/media/${ticketText(desk, ticket)}`;

function ticketText({ config, now }: Pick<Desk, "config" | "now">, { practice, picture, types, bytes }: Ticket): string {
  const ends = Math.floor(now().getTime() / 1000) + HOUR_S;
  const says = Buffer.from(JSON.stringify([practice, picture, types, bytes, ends])).toString("base64url");
  return `${says}.${signature(config.secretKey, says).toString("base64url")}`;
}

/** Null when it was not made here, was changed, or has run out. */
export function ticketIn({ config, now }: Pick<Desk, "config" | "now">, text: string): Ticket | null {
  const [says = "", signed = "", ...more] = text.split(".");
  const expected = signature(config.secretKey, says), given = Buffer.from(signed, "base64url");
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [practice, picture, types, bytes, ends] = JSON.parse(Buffer.from(says, "base64url").toString("utf8")) as [string, string, string[], number, number];
  return ends * 1000 > now().getTime() ? { practice, picture, types, bytes } : null;
}

/** A key of its own, so that nothing signed for another purpose opens a picture. */
const signature = (secretKey: Uint8Array, says: string): Buffer =>
  createHmac("sha256", createHmac("sha256", secretKey).update("chaperone media").digest()).update(says).digest();
