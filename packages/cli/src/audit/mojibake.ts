import { decode } from "../input/lines.ts";

const BEYOND_A_BYTE = /[\u0100-\uffff]/;
const ABOVE_ASCII = /[\u0080-\u00ff]/;

/** Meta's exports write each UTF-8 byte as a character of its own. A text that is not such a one stays as it is. */
export function unmangle(text: string): string {
  if (!ABOVE_ASCII.test(text) || BEYOND_A_BYTE.test(text)) return text;
  return decode(Buffer.from(text, "latin1")) ?? text;
}
