import type { Answered, Context, Draft } from "../desk.ts";
import { Refusal } from "../refusal.ts";
import { knownState, knownSurface } from "../vocabulary.ts";
import { isObject } from "./json.ts";

/** What holds for a text that does not say otherwise itself. */
export interface Defaults {
  draft: Omit<Draft, "text">;
  context: Context;
}

export interface Entry {
  id?: string;
  draft: Draft;
  context: Context;
}

type Fields = Record<string, unknown>;

const KINDS: readonly Answered["kind"][] = ["review", "comment", "mention", "message"];

/** Reads a draft as a case, a line or the front matter writes it; throws a Refusal that says which field is wrong. */
export function readEntry(fields: Fields, defaults: Defaults): Entry {
  const id = fields["id"];
  return {
    ...(typeof id === "string" || typeof id === "number" ? { id: String(id) } : {}),
    draft: { text: requiredText(fields), ...placeOf(fields, defaults) },
    context: contextOf(fields, defaults.context),
  };
}

/** Everything about a draft but its text. A text that answers something and names no surface is a reply. */
export function placeOf(fields: Fields, defaults: Defaults): Omit<Draft, "text"> {
  const answered = fields["inReplyTo"] === undefined ? defaults.draft.inReplyTo : answeredOf(fields["inReplyTo"], optionalText(fields, "author"));
  const surface = optionalText(fields, "surface");
  const channel = optionalText(fields, "channel") ?? defaults.draft.channel;
  const own = answered && defaults.draft.surface === "post" ? "reply" : defaults.draft.surface;
  return {
    surface: surface === undefined ? own : knownSurface(surface),
    ...(channel ? { channel } : {}),
    ...(answered === undefined ? {} : { inReplyTo: answered }),
  };
}

export function contextOf(fields: Fields, context: Context): Context {
  const practice = fields["practice"] ?? fields;
  if (!isObject(practice)) throw new Refusal("the practice must be an object such as {\"state\": \"VA\"}");
  const states = practice["states"] ?? practice["state"];
  const specialty = optionalText(practice, "specialty");
  if (states === undefined && specialty === undefined) return context;
  return {
    ...context,
    ...(states === undefined ? {} : { states: stateList(states) }),
    ...(specialty === undefined ? {} : { specialty }),
  };
}

function stateList(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.map((code) => {
    if (typeof code !== "string") throw new Refusal("a state must be a postal code such as \"VA\"");
    return knownState(code);
  });
}

function requiredText(fields: Fields): string {
  const text = fields["text"];
  if (typeof text !== "string") throw new Refusal(text === undefined ? "there is no “text”" : "the “text” is not text");
  return text;
}

function optionalText(fields: Fields, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw new Refusal(`the “${field}” is not text`);
  return value;
}

/** A table names the author in a column of its own. */
function answeredOf(value: unknown, author = ""): Answered | null {
  if (value === null) return null;
  if (typeof value === "string") return { kind: "review", author, text: value };
  if (!isObject(value)) throw new Refusal("“inReplyTo” must be an object with kind, author and text");
  const kind = KINDS.find((known) => known === (value["kind"] ?? "review"));
  if (!kind) throw new Refusal(`“inReplyTo” has a kind that is not one of ${KINDS.join(", ")}`);
  return { kind, author: optionalText(value, "author") ?? author, text: requiredText(value) };
}
