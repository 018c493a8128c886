import { type Setting, SETTINGS } from "../../packages/server/src/settings.ts";
import { page } from "./markdown.ts";

/** docs/configuration.md: the table of what the desk reads from its environment. */
export function settingsPage(): string {
  const rows = Object.values(SETTINGS as Record<string, Setting>).map(({ name, fallback, what, secret }) => `| \`${name}\` | ${fallbackOf(fallback)} | ${what}${secret ? " *Secret.*" : ""} |`);
  return page([
    "# Configuration",
    "The desk reads its environment once, when it starts, and says what is wrong with it in a sentence a mistake. `npm start` needs none of it.",
    ["| variable | without it | what it does |", "|---|---|---|", ...rows].join("\n"),
    "How a desk is run, backed up and restored: [running.md](running.md).",
  ]);
}

const fallbackOf = (fallback: string): string => fallback === "" ? "" : /\s/.test(fallback) ? fallback : `\`${fallback}\``;
