import type { Context, Provider } from "./desk.ts";
import { isObject } from "./input/json.ts";
import { parseYaml } from "./input/yaml.ts";
import { readWhole } from "./input/whole.ts";
import type { Io } from "./io.ts";
import { Refusal } from "./refusal.ts";
import { knownState } from "./vocabulary.ts";

/** A practice as its owner writes it down; the check needs the context, replies also the rest. */
export interface Practice {
  context: Context;
  name?: string;
  phone?: string;
  contact?: string;
}

const FIELDS = ["state", "states", "specialty", "name", "names", "phone", "phones", "providers", "staff", "contact"];

/** YAML holds JSON, so one reader serves both. */
export async function readPractice(path: string, io: Io): Promise<Practice> {
  const written = parseYaml(await readWhole(path, io), `“${path}”`);
  if (!isObject(written)) throw new Refusal(`“${path}” does not describe a practice; it needs fields such as states, specialty and name.`);
  const unknown = Object.keys(written).find((field) => !FIELDS.includes(field));
  if (unknown) throw new Refusal(`“${path}” has a field “${unknown}” that is not known; a practice has ${FIELDS.join(", ")}.`);
  try {
    return toPractice(written);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`“${path}”: ${error.message}`);
    throw error;
  }
}

export function toPractice(written: Record<string, unknown>): Practice {
  const names = [...texts(written, "name"), ...texts(written, "names")];
  const phones = [...texts(written, "phone"), ...texts(written, "phones")];
  const [specialty] = texts(written, "specialty");
  const [contact] = texts(written, "contact");
  return {
    context: {
      states: [...texts(written, "state"), ...texts(written, "states")].map(knownState),
      ...(specialty ? { specialty } : {}),
      ...(names.length > 0 ? { names } : {}),
      ...(phones.length > 0 ? { phones } : {}),
      ...(written["providers"] === undefined ? {} : { providers: providers(written["providers"]) }),
      ...(written["staff"] === undefined ? {} : { staff: texts(written, "staff") }),
    },
    ...(names[0] ? { name: names[0] } : {}),
    ...(phones[0] ? { phone: phones[0] } : {}),
    ...(contact ? { contact } : {}),
  };
}

function texts(written: Record<string, unknown>, field: string): string[] {
  const value = written[field] ?? [];
  const list = Array.isArray(value) ? value : [value];
  return list.map((entry) => {
    if (typeof entry !== "string") throw new Refusal(`${field} must be text or a list of texts${typeof entry === "number" ? "; put quotation marks around it" : ""}.`);
    return entry;
  });
}

function providers(value: unknown): Provider[] {
  if (!Array.isArray(value)) throw new Refusal("providers must be a list.");
  return value.map((entry: unknown) => {
    if (typeof entry === "string") return { name: entry };
    if (!isObject(entry) || typeof entry["name"] !== "string") throw new Refusal("every provider needs a name.");
    return provider(entry, entry["name"]);
  });
}

function provider(entry: Record<string, unknown>, name: string): Provider {
  const [degree] = texts(entry, "degree");
  const [licence] = [...texts(entry, "licence"), ...texts(entry, "license")];
  return {
    name,
    ...(degree ? { degree } : {}),
    ...(licence ? { licence } : {}),
    ...(entry["boards"] === undefined ? {} : { boards: texts(entry, "boards") }),
    ...(entry["specialties"] === undefined ? {} : { specialties: texts(entry, "specialties") }),
  };
}
