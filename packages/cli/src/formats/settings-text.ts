import { SETTINGS } from "@chaperone/server/settings";
import type { Io } from "../io.ts";
import { wrap } from "./width.ts";

/** Every setting with its default, for `serve --help`. */
export function settingsText(io: Io): string {
  const width = Math.max(...Object.keys(SETTINGS).map((name) => name.length)), room = Math.min(Math.max(io.columns, 60), 110) - width - 4;
  return Object.values(SETTINGS).map(({ name, fallback, what }) => `  ${name.padEnd(width)}  ${wrap(`${what}${fallback ? ` (${fallback})` : ""}`.replaceAll("`", ""), room, " ".repeat(width + 4))}\n`).join("");
}
