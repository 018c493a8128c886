/** Days as people write them: May 5, 5 de mayo, the 9th. Numbers with slashes are dates already. */
import type { Reading } from "./text/reading.ts";
import type { Tagged } from "./automaton/tag.ts";
import { addSpan } from "./automaton/tag.ts";

const MONTHS = new Set("january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "));
const ORDINAL = new Set(["st", "nd", "rd", "th"]);

export function tagDates(reading: Reading, tagged: Tagged, date: number): void {
  for (let at = 0; at < reading.count; at++) {
    if (MONTHS.has(reading.words[at]!)) {
      if (isDay(reading, at + 1, at)) addSpan(tagged, at, isOrdinal(reading, at + 2, at) ? at + 2 : at + 1, date);
      else if (isDay(reading, at - 1, at)) addSpan(tagged, at - 1, at, date);
      else if (isDay(reading, at - 2, at) && /^(of|de)$/.test(reading.words[at - 1]!)) addSpan(tagged, at - 2, at, date);
    } else if (reading.words[at] === "the" && isDay(reading, at + 1, at) && isOrdinal(reading, at + 2, at)) addSpan(tagged, at, at + 2, date);
  }
}

const isTogether = (reading: Reading, a: number, b: number): boolean => a >= 0 && a < reading.count && reading.sentence[a] === reading.sentence[b];

function isDay(reading: Reading, at: number, near: number): boolean {
  return isTogether(reading, at, near) && /^\d{1,2}$/.test(reading.words[at]!) && Number(reading.words[at]) >= 1 && Number(reading.words[at]) <= 31;
}

const isOrdinal = (reading: Reading, at: number, near: number): boolean => isTogether(reading, at, near) && ORDINAL.has(reading.words[at]!);
