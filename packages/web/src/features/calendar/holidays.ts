/** Days on which an American practice may want to say something, or nothing. */

type Rule = readonly [month: number, day: number] | readonly [month: number, weekday: "sun" | "mon" | "thu", nth: number];

const RULES: readonly (readonly [name: string, rule: Rule])[] = [
  ["New Year’s Day", [1, 1]], ["Martin Luther King Day", [1, "mon", 3]], ["Valentine’s Day", [2, 14]], ["Presidents’ Day", [2, "mon", 3]], ["Mother’s Day", [5, "sun", 2]], ["Memorial Day", [5, "mon", -1]],
  ["Juneteenth", [6, 19]], ["Father’s Day", [6, "sun", 3]], ["Independence Day", [7, 4]], ["Labor Day", [9, "mon", 1]], ["Columbus Day", [10, "mon", 2]], ["Halloween", [10, 31]],
  ["Veterans Day", [11, 11]], ["Thanksgiving", [11, "thu", 4]], ["Christmas Day", [12, 25]],
];
const WEEKDAYS = { sun: 0, mon: 1, thu: 4 } as const;

/** The nth such weekday of the month; -1 is the last. */
function nthOf(year: number, month: number, weekday: number, nth: number): number {
  const first = 1 + (weekday - new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 7) % 7;
  if (nth > 0) return first + 7 * (nth - 1);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return first + 7 * Math.floor((length - first) / 7);
}

const dayIn = (year: number, rule: Rule): number => rule.length === 2 ? rule[1] : nthOf(year, rule[0], WEEKDAYS[rule[1]], rule[2]);

export function holidayOn(day: string): string | undefined {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return RULES.find(([, rule]) => rule[0] === month && dayIn(year, rule) === date)?.[0];
}
