import { Refusal } from "../refusal.ts";

/** The engine's own message quotes the text, which may be a patient's; so only the place is told. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(`${what} is not valid JSON${place(text, String(error))}.`);
  }
}

function place(text: string, message: string): string {
  const found = /position (\d+)/.exec(message);
  if (!found) return "";
  const before = text.slice(0, Number(found[1])).split("\n");
  const column = before.at(-1)!.length + 1;
  return before.length === 1 ? ` (column ${column})` : ` (line ${before.length}, column ${column})`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
