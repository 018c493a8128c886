/** What is wrong with a field of a rule, as one would say it: the schema's own words are a programmer's. */
const KINDS: Record<string, string> = { array: "must be a list, one line a “- ”", string: "must be words", number: "must be a number", boolean: "must be true or false", object: "must be fields with their values" };
const oneOf = new Intl.ListFormat("en-US", { type: "disjunction" });

const WAYS: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^Invalid input: expected .+, received undefined$/, () => "is missing"],
  [/^Invalid (?:option|input): expected one of (.+)$/, (options) => `must be ${oneOf.format([...options!.matchAll(/"([^"]*)"/g)].map(([, option]) => option!))}`],
  [/^Invalid input: expected "(.+)"$/, (only) => `must be ${only}`],
  [/^Invalid input: expected (\w+), received \w+$/, (kind) => KINDS[kind!] ?? "is not what it must be"],
  [/^Too small: expected string to have >=?(\d+) characters$/, (least) => `must have at least ${least} letters`],
  [/^Too big: expected string to have <=?(\d+) characters$/, (most) => `must have at most ${most} letters`],
  [/^Too small: expected array to have >=?(\d+) items$/, (least) => `needs at least ${least} lines`],
  [/^Too big: expected array to have <=?(\d+) items$/, (most) => `may have at most ${most} lines`],
  [/^Unrecognized keys?: .+$/, () => "is no field that a rule has"],
];

export function plainly(message: string): string {
  for (const [way, says] of WAYS) {
    const found = way.exec(message);
    if (found) return says(...found.slice(1));
  }
  return message;
}
