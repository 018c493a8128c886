import { sentenceOf } from "../refusal.ts";
import { Refusal } from "../refusal.ts";
import { badEntry, badLine } from "./document.ts";
import type { Problem } from "./document.ts";
import { isObject, parseJson } from "./json.ts";
import type { Line } from "./lines.ts";

/** One JSON object a line; blank lines are passed over. What `make` refuses becomes a problem of that line alone. */
export async function* readObjects<T>(file: string, batches: AsyncIterable<Line[]>, make: (fields: Record<string, unknown>, line: number) => T): AsyncGenerator<T | Problem> {
  for await (const batch of batches) {
    for (const line of batch) {
      if ("problem" in line) yield badLine(file, line.number, line.problem);
      else if (line.text.trim() !== "") yield objectOf(file, line.number, line.text, make);
    }
  }
}

export function objectOf<T>(file: string, number: number, text: string, make: (fields: Record<string, unknown>, line: number) => T): T | Problem {
  try {
    const value = parseJson(text, "this line");
    if (!isObject(value)) throw new Refusal("this line is not a JSON object");
    return make(value, number);
  } catch (error) {
    return badEntry(file, number, sentenceOf(error));
  }
}
