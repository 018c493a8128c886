import { parse } from "yaml";
import { Refusal } from "../refusal.ts";

/** A practice or front matter is short; a long YAML text can be made to take minutes. */
const MOST_LETTERS = 100_000;

export function parseYaml(text: string, what: string): unknown {
  if (text.length > MOST_LETTERS) throw new Refusal(`${what} is longer than ${MOST_LETTERS.toLocaleString("en-US")} letters, which is more than we read as YAML.`);
  try {
    return parse(text) as unknown;
  } catch (error) {
    const place = /at line \d+, column \d+/.exec(String(error))?.[0];
    throw new Refusal(`${what} is not valid YAML${place ? ` (${place})` : ""}.`);
  }
}
