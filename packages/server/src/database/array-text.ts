/** Reads PostgreSQL's own way of writing an array, `{a,"b,c",NULL,{1,2}}`, with one reader for its elements. */
export function readArray(text: string, element: (text: string) => unknown): unknown[] {
  // A lower bound may precede the braces, as in `[0:1]={1,2}`.
  let at = text.indexOf("{") + 1;
  const word = (): string => {
    let value = "";
    if (text[at] !== "\"") { while (at < text.length && text[at] !== "," && text[at] !== "}") value += text[at++]; return value; }
    for (at++; text[at] !== "\""; at++) { if (text[at] === "\\") at++; value += text[at]; }
    at++;
    return value;
  };
  const list = (): unknown[] => {
    const values: unknown[] = [];
    while (at < text.length && text[at] !== "}") {
      if (text[at] === ",") { at++; continue; }
      if (text[at] === "{") { at++; values.push(list()); continue; }
      const quoted = text[at] === "\"", value = word();
      values.push(!quoted && value === "NULL" ? null : element(value));
    }
    at++;
    return values;
  };
  return list();
}

/** The way back: a list as an array literal. */
export function writeArray(values: readonly unknown[], element: (value: unknown) => string | null): string {
  const one = (value: unknown): string => {
    if (Array.isArray(value)) return writeArray(value, element);
    const text = value === null || value === undefined ? null : element(value);
    return text === null ? "NULL" : `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
  };
  return `{${values.map(one).join(",")}}`;
}
