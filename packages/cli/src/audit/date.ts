const FIELDS = ["date", "published", "created", "timestamp"];

/** The day of a text. Spreadsheets here write month/day/year, exports ISO dates or seconds since 1970. */
export function dateIn(fields: Record<string, unknown>): Date | undefined {
  for (const field of FIELDS) {
    const date = dateFrom(fields[field]);
    if (date) return date;
  }
  return undefined;
}

function dateFrom(value: unknown): Date | undefined {
  if (typeof value === "number") return plausible(new Date(value < 1e11 ? value * 1000 : value));
  if (typeof value !== "string" || value.trim() === "") return undefined;
  if (/^\d{9,13}$/.test(value.trim())) return dateFrom(Number(value));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(value.trim());
  if (american) return plausible(new Date(Date.UTC(Number(american[3]), Number(american[1]) - 1, Number(american[2]))));
  return plausible(new Date(value));
}

function plausible(date: Date): Date | undefined {
  const year = date.getUTCFullYear();
  return year >= 1995 && year <= 2100 ? date : undefined;
}

/** “2026-03”, which sorts. */
export function monthOf(date: Date): string {
  return date.toISOString().slice(0, 7);
}
