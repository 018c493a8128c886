import type { Io } from "../io.ts";
import { Refusal } from "../refusal.ts";
import { CAP_BYTES, decode } from "./lines.ts";
import { nameOf, openSource } from "./source.ts";

/** The text of a whole file, refused beyond `cap` bytes without reading on. */
export async function readWhole(path: string, io: Io, cap = CAP_BYTES): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of openSource(path, io)) {
    size += chunk.length;
    if (size > cap) throw new Refusal(`“${nameOf(path)}” is longer than ${cap / 1_000_000} MB and was not checked.`);
    chunks.push(chunk);
  }
  const text = decode(Buffer.concat(chunks));
  if (text === undefined) throw new Refusal(`“${nameOf(path)}” is not valid UTF-8; save it as UTF-8 and try again.`);
  return text;
}
