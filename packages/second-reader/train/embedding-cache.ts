/** Embeds every text of the corpus once and keeps the numbers in a git-ignored file, as that takes minutes. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DIMENSIONS, openEmbedder } from "../src/embeddings.ts";
import { ROOT } from "./corpus.ts";

const BATCH = 16;
const KEY = 16;
const ENTRY = KEY + DIMENSIONS * 4;

export type Embeddings = (text: string) => Float32Array;

export async function embedAll(texts: string[]): Promise<Embeddings> {
  const file = join(ROOT, ".cache/second-reader-embeddings.bin");
  const known = existsSync(file) ? readEntries(readFileSync(file)) : new Map<string, Float32Array>();
  const missing = [...new Set(texts)].filter((text) => !known.has(keyOf(text)));
  if (missing.length > 0) {
    console.log(`embedding ${missing.length} new texts`);
    await embedInto(known, missing);
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    writeFileSync(file, writeEntries(known));
  }
  return (text) => known.get(keyOf(text))!;
}

async function embedInto(known: Map<string, Float32Array>, texts: string[]): Promise<void> {
  const embedder = await openEmbedder();
  const byLength = texts.toSorted((a, b) => a.length - b.length);
  for (let at = 0; at < byLength.length; at += BATCH) {
    const batch = byLength.slice(at, at + BATCH);
    const vectors = await embedder.embed(batch);
    batch.forEach((text, row) => known.set(keyOf(text), vectors[row]!));
  }
}

function keyOf(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

function readEntries(bytes: Buffer): Map<string, Float32Array> {
  const known = new Map<string, Float32Array>();
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const vector = new Float32Array(DIMENSIONS);
    for (let index = 0; index < DIMENSIONS; index++) vector[index] = bytes.readFloatLE(at + KEY + index * 4);
    known.set(bytes.toString("hex", at, at + KEY), vector);
  }
  return known;
}

function writeEntries(known: Map<string, Float32Array>): Buffer {
  const bytes = Buffer.alloc(known.size * ENTRY);
  let at = 0;
  for (const [key, vector] of known) {
    bytes.write(key, at, "hex");
    vector.forEach((value, index) => bytes.writeFloatLE(value, at + KEY + index * 4));
    at += ENTRY;
  }
  return bytes;
}
