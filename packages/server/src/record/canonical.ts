/** JSON with its keys in order, so that the same value is always the same text: what hashes are made of (RFC 8785 for the values we hold). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one === undefined ? null : one)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const known = Object.entries(value).filter(([, of]) => of !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${known.map(([name, of]) => `${JSON.stringify(name)}:${canonical(of)}`).join(",")}}`;
}
