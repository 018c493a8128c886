/** Which groups a word, or a run of two or three words, belongs to. */

export type Groups = ReadonlyMap<string, readonly string[]>;

/** Reads “name: word, two words, …” lines; several files add up. */
export function parseGroups(source: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const line of source.split("\n")) {
    const colon = line.indexOf(":");
    if (line.startsWith("#") || colon < 0) continue;
    const name = line.slice(0, colon);
    for (const entry of new Set(line.slice(colon + 1).split(",").map((word) => word.trim()).filter(Boolean))) {
      groups.set(entry, [...(groups.get(entry) ?? []), name]);
    }
  }
  return groups;
}
