import { readArray, writeArray } from "./array-text.ts";

/**
 * How values look on our side, the same for both databases, whose drivers disagree: a moment is an ISO 8601 string in UTC, a day and an
 * interval stay text, every number is a number, bytes are a Uint8Array.
 */
type Read = (text: string) => unknown;

const same: Read = (text) => text;
const moment: Read = (text) => {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(:\d\d)?$/.exec(text);
  return found ? new Date(`${found[1]}T${found[2]}${found[3]}${found[4] ?? ":00"}`).toISOString() : text;
};
const bytes: Read = (text) => new Uint8Array(Buffer.from(text.slice(2), "hex"));
const truth: Read = (text) => text === "t";

/** By PostgreSQL's number of the type: how one is read, and the number of the type's array. */
const TYPES: [type: number, array: number, read: Read][] = [
  [16, 1000, truth], [17, 1001, bytes], [20, 1016, Number], [21, 1005, Number], [23, 1007, Number], [25, 1009, same], [26, 1028, Number],
  [114, 199, JSON.parse], [700, 1021, Number], [701, 1022, Number], [1043, 1015, same], [1082, 1182, same], [1083, 1183, same],
  [1114, 1115, same], [1184, 1185, moment], [1186, 1187, same], [1266, 1270, same], [1700, 1231, Number], [2950, 2951, same], [3802, 3807, JSON.parse],
];

export const READERS: Readonly<Record<number, Read>> = Object.freeze(Object.fromEntries(
  TYPES.flatMap(([type, array, read]) => [[type, read], [array, (text: string) => readArray(text, read)]]),
));

/** A parameter as text, as node-postgres would send it. A JSON list must be stringified by its sender: a list is an array here. */
export function writeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return writeArray(value, writeValue);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
