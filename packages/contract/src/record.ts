/** The audit chain of a practice. `hash` is SHA-256 over the previous hash, a line feed and `entry` exactly as it stands. */
import * as z from "zod/mini";
import { id, text } from "./text.ts";

export const entry = z.object({
  seq: z.int(), at: z.string(), action: z.string(), by: z.object({ kind: z.enum(["person", "key", "desk"]), id: z.string(), name: z.string() }),
  about: z.object({ kind: z.string(), id: z.string(), title: z.string() }), facts: z.record(z.string(), z.unknown()), entry: z.string(), prev: z.string(), hash: z.string(),
});
export type Entry = z.infer<typeof entry>;
export const recordQuery = z.object({ before: z.optional(z.coerce.number()), action: z.optional(text(60)), post: z.optional(id()), limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(200))) });
export const recordPage = z.object({ list: z.array(entry), next: z.nullable(z.int()), entries: z.int(), head: z.string() });
export const verified = z.object({ isIntact: z.boolean(), entries: z.int(), head: z.string(), firstWrong: z.nullable(z.object({ seq: z.int(), says: z.string() })), journal: z.enum(["agrees", "behind", "ahead", "none"]) });
