import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigProblem } from "./config-problem.ts";
import { readKey } from "./settings.ts";

/** The key in the data directory, made on first run. Two processes starting together end up with the same one. */
export function keepSecretKey(dataDir: string): Uint8Array {
  const path = join(dataDir, "secret.key");
  return stored(path) ?? make(dataDir, path);
}

function stored(path: string): Uint8Array | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8").trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new ConfigProblem([`The secret key ${path} cannot be read; give this user the right to read it, or set SECRET_KEY.`]);
  }
  const key = readKey(text);
  // A new one would make everything that was encrypted with the old one unreadable, so that is never done by itself.
  if (!key) throw new ConfigProblem([`${path} does not hold a secret key; put back the file from a backup, or set SECRET_KEY.`]);
  return key;
}

function make(dataDir: string, path: string): Uint8Array {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600 });
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw new ConfigProblem([`DATA_DIR ${dataDir} cannot be written to; name a folder that this user may write, or create it.`]);
  } finally {
    rmSync(draft, { force: true });
  }
  return stored(path)!;
}
