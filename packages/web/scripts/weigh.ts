/** What the browser must read, by the manifest of a build. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk { file: string; imports?: string[]; dynamicImports?: string[]; css?: string[] }

export interface Weights {
  pages: string[];
  /** The files that stand behind these entries, without what they fetch later. */
  filesOf: (keys: readonly string[], kind?: "js" | "css") => string[];
  /** And with it. */
  filesOfAll: (keys: readonly string[]) => string[];
  weigh: (files: readonly string[]) => number;
  /** Engine and pack, which the check's own thread reads. */
  checker: string[];
}

export function weightsIn(dist: string): Weights {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
  const reach = (keys: readonly string[], next: (chunk: Chunk) => readonly string[], seen = new Set<string>()): Set<string> => {
    for (const key of keys) if (manifest[key] && !seen.has(key)) { seen.add(key); reach(next(manifest[key]), next, seen); }
    return seen;
  };
  const chunks = (keys: Set<string>): Chunk[] => [...keys].map((key) => manifest[key]!);
  const now = ({ imports = [] }: Chunk): string[] => imports, ever = ({ imports = [], dynamicImports = [] }: Chunk): string[] => [...imports, ...dynamicImports];
  return {
    pages: Object.keys(manifest).filter((key) => key.startsWith("src/pages/")),
    filesOf: (keys, kind = "js") => [...new Set(chunks(reach(keys, now)).flatMap(({ file, css = [] }) => (kind === "js" ? [file] : css)))],
    filesOfAll: (keys) => [...new Set(chunks(reach(keys, now)).concat(keys.flatMap((key) => chunks(reach(ever(manifest[key]!), ever)))).map(({ file }) => file))],
    weigh: (files) => files.reduce((total, file) => total + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0),
    checker: readdirSync(join(dist, "assets")).filter((file) => /^check\.worker-.*\.js$/.test(file)).map((file) => `assets/${file}`),
  };
}

/** The entry, the room around every page, and a page. */
export const behind = (page: string): string[] => ["index.html", "src/pages/desk.tsx", `src/pages/${page}.tsx`];

export const FIRST_PAGE_BOUND = 150_000, FIRST_CHECK_BOUND = 300_000;
