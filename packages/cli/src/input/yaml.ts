import { parse } from "yaml";
import { Refusal } from "../refusal.ts";

export function parseYaml(text: string, what: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    const place = /at line \d+, column \d+/.exec(String(error))?.[0];
    throw new Refusal(`${what} is not valid YAML${place ? ` (${place})` : ""}.`);
  }
}
