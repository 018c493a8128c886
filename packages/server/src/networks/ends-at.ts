/** When what lasts so many seconds from now ends; null where the network names no number. */
export const endsAt = (now: Date, seconds: unknown): string | null => typeof seconds === "number" ? new Date(now.getTime() + seconds * 1000).toISOString() : null;
