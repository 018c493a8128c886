/** Anything that a JSON schema allows, and, now and then, what it does not. */
import fc from "fast-check";

type Schema = Record<string, unknown>;

const NASTY = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom("", "\u0000", "\ud800", "é".repeat(500), "x".repeat(25_000), "' or 1=1 --", "../../etc/passwd", "<script>alert(1)</script>", "𝒰𝓃𝒾 🦷 لوحة", "null", "-1", "1e999", "9007199254740993", "%00", "{{7*7}}"),
);
const ANYTHING: fc.Arbitrary<unknown> = fc.oneof(NASTY, fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(NASTY, { maxLength: 3 }), fc.dictionary(fc.string({ maxLength: 12 }), NASTY, { maxKeys: 3 }));

/** `ids` are those of things that exist, one's own and other people's: a made-up one reaches nothing. */
export function fromSchema(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: proper(schema, ids) }, { weight: 1, arbitrary: ANYTHING });
}

function proper(schema: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const inner = (of: unknown): fc.Arbitrary<unknown> => fromSchema(of as Schema, ids);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if ("const" in schema) return fc.constant(schema.const);
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map(inner));
  switch (schema.type) {
    case "object": return object(schema, ids);
    case "array": return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    case "string": return string(schema, ids);
    case "integer": return fc.oneof(fc.integer({ min: 0, max: 60 }), fc.maxSafeInteger());
    case "number": return fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case "boolean": return fc.boolean();
    case "null": return fc.constant(null);
    default: return ANYTHING;
  }
}

function object({ properties = {}, required = [], additionalProperties }: Schema, ids: string[]): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(Object.entries(properties as Record<string, Schema>).map(([name, of]) => [name, fromSchema(of, ids)]));
  const record = fc.record(known, { requiredKeys: required as string[] });
  if (typeof additionalProperties !== "object") return record;
  return fc.dictionary(fc.constantFrom(...ids), fromSchema(additionalProperties as Schema, ids), { maxKeys: 2 });
}

function string({ format, pattern }: Schema, ids: string[]): fc.Arbitrary<unknown> {
  if (format === "uuid") return fc.constantFrom(...ids);
  if (format === "email") return fc.emailAddress();
  if (format === "date-time") return fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }).map((date) => date.toISOString());
  if (format === "date") return fc.date({ min: new Date("2000-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  if (format === "uri") return fc.oneof(fc.webUrl(), fc.constantFrom("http://127.0.0.1:22/", "https://169.254.169.254/latest", "https://[::1]/", "file:///etc/passwd"));
  if (typeof pattern === "string" && pattern.includes("[0-9a-f]{64}")) return fc.constantFrom("0".repeat(64), "f".repeat(64));
  return fc.oneof(NASTY, fc.lorem({ maxCount: 6 }));
}
