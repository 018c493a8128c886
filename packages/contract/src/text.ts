/** The small schemas everything else is made of. */
import * as z from "zod/mini";

/** PostgreSQL holds no NUL, and half a surrogate pair is not a character: both are refused at the door, in words. */
const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

export const text = (most: number, least = 0) => z.string().check(
  z.minLength(least), z.maxLength(most),
  z.refine(isStorable, { error: "holds a character that cannot be kept" }),
);

/** One line, not empty: a name, a title. */
export const line = (most = 200) => text(most, 1).check(z.refine((value) => !/[\r\n]/.test(value) && value.trim() !== "", { error: "must be one line that says something" }));

/** In small letters, as the database writes it, so that the same id is the same text. */
export const id = () => z.uuid().check(z.toLowerCase());
export const hash = () => z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: "must be a SHA-256 in hex" }));
/** ISO 8601 in UTC. There is no year 0 in PostgreSQL, and none before this in a practice. */
export const time = () => z.iso.datetime({ offset: false }).check(z.refine((at) => at >= "1900", { error: "must be after 1900" }));
export const email = () => z.email().check(z.maxLength(254));
export const web = () => z.url({ protocol: /^https?$/ }).check(z.maxLength(2000), z.refine(isStorable));

const isTimeZone = (zone: string): boolean => {
  try { new Intl.DateTimeFormat("en-US", { timeZone: zone }); return true; } catch { return false; }
};
export const timeZone = () => z.string().check(z.maxLength(64), z.refine((zone) => /^[A-Za-z]/.test(zone) && isTimeZone(zone), { error: "must be an IANA time zone such as America/New_York" }));

/** USPS code of a state, DC or PR. */
export const STATES = [
  "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO",
  "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
] as const;
export const state = () => z.enum(STATES);

/** A page of a long list: the cursor is opaque; null means that this is the end. */
export const page = <T extends z.ZodMiniType>(of: T) => z.object({ list: z.array(of), next: z.nullable(z.string()) });
