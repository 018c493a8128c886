import type { KyselyPlugin } from "kysely";

const TIMES = new Set(["createdAt", "updatedAt", "expiresAt", "lockedUntil", "accessTokenExpiresAt", "refreshTokenExpiresAt"]);

/** Our rows hold times as text; better-auth compares them with dates. */
export const timesAsDates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({ ...result, rows: result.rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, TIMES.has(name) && typeof value === "string" ? new Date(value) : value]))) }),
};
