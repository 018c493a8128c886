import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Io } from "../io.ts";
import { Refusal } from "../refusal.ts";

export const STDIN = "-";

/** Opens a file, or standard input for “-”, and refuses what is plainly not text before anyone reads it. */
export async function* openSource(path: string, io: Io): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of path === STDIN ? io.stdin : openFile(path)) {
    if (isFirst) refuseBinary(chunk, path);
    isFirst = false;
    yield chunk;
  }
}

export function nameOf(path: string): string {
  return path === STDIN ? "standard input" : path;
}

/** Bytes of a file, or 0 where nobody can know beforehand. */
export async function sizeOf(path: string): Promise<number> {
  if (path === STDIN) return 0;
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function* openFile(path: string): AsyncGenerator<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) throw new Refusal(`“${path}” is a folder; name the files in it instead.`);
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw asRefusal(error, path);
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "does not exist",
  ENOTDIR: "does not exist",
  ENAMETOOLONG: "has a name that is too long",
  ELOOP: "is a link that leads in a circle",
  EACCES: "may not be read with your permissions",
  EPERM: "may not be read with your permissions",
};

function asRefusal(error: unknown, path: string): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || !("code" in error)) return error;
  return new Refusal(`“${path}” ${REASONS[String(error.code)] ?? `could not be read (${String(error.code)})`}.`);
}

function refuseBinary(chunk: Uint8Array, path: string): void {
  const name = nameOf(path);
  const isUtf16 = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff);
  if (isUtf16) throw new Refusal(`“${name}” is written in UTF-16; save it as UTF-8 and try again.`);
  if (chunk.subarray(0, 8000).includes(0)) throw new Refusal(`“${name}” is not text but a binary file.`);
}
