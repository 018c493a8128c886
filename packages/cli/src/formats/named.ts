import type { Io } from "../io.ts";
import { githubFormat } from "./github.ts";
import { jsonFormat, jsonLinesFormat } from "./json.ts";
import type { Format } from "./outcome.ts";
import { prettyFormat } from "./pretty.ts";
import { sarifFormat } from "./sarif.ts";

export const FORMATS = ["pretty", "json", "jsonl", "sarif", "github"] as const;
export type FormatName = (typeof FORMATS)[number];

export function formatNamed(name: FormatName, version: string, io: Io): Format {
  const formats: Record<FormatName, () => Format> = {
    pretty: () => prettyFormat(io.isColor, io.columns),
    json: jsonFormat,
    jsonl: jsonLinesFormat,
    sarif: () => sarifFormat(version),
    github: githubFormat,
  };
  return formats[name]();
}
