import { randomBytes } from "node:crypto";

/** What opens a door by itself. Only its SHA-256 is kept: whoever reads the database gets in nowhere with what stands there, and 256 random bits need no slow hash. */
export const makeToken = (prefix = ""): string => prefix + randomBytes(32).toString("base64url");
