import { createHash, randomBytes } from "node:crypto";

/** Only the hash is kept: whoever reads the database cannot join with what stands there. */
export const makeToken = (): string => randomBytes(32).toString("base64url");
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");
export const DAYS_OPEN = 7;
