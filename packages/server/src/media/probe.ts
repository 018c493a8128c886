/** A picture of nobody, by which the desk finds out whether its own address answers. */
import type { Desk } from "../desk.ts";
import { addressOf, type Ticket } from "./address.ts";
import type { Source } from "./source.ts";

export const PROBE = "probe";

/** What the probe answers with is named by the address that is asked, so that nothing else can answer for it. */
const wordsOf = ({ practice, bytes }: Ticket): Uint8Array => Buffer.from(`Chaperone ${practice} ${bytes}\n`);

export function probeOf(ticket: Ticket): Source {
  const words = wordsOf(ticket);
  return { is: "source", kind: "picture", type: "text/plain", size: words.length, width: 0, height: 0, read: async (start, end) => words.subarray(start, end) };
}

export function makeProbe(desk: Pick<Desk, "config" | "now">, practice: string): { address: string; isAnswer(bytes: Uint8Array): boolean } {
  const ticket = { practice, picture: PROBE, types: [], bytes: Math.floor(Math.random() * 1e9) }, words = wordsOf(ticket);
  return { address: addressOf(desk, ticket), isAnswer: (bytes) => Buffer.from(words).equals(bytes) };
}
