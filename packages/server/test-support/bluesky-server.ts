/** A real personal data server in a process of its own; `npm run system` installs it. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const FOLDER = resolve(import.meta.dirname, "../../../test/peers/bluesky");

export interface BlueskyServer {
  address: string;
  /** Where identities are looked up: what plc.directory is to the world. */
  directory: string;
  handle: string;
  /** An app password. */
  password: string;
  /** The account's own password, which nobody should give to a desk. */
  ownPassword: string;
  did: string;
  stop(): Promise<void>;
}

/** `appView` is an address that answers for the network at large: notifications, counts. Without one the server has nobody to ask. */
export async function startBluesky({ handle = "front-desk.test", appView }: { handle?: string; appView?: string } = {}): Promise<BlueskyServer> {
  if (!existsSync(join(FOLDER, "node_modules"))) throw new Error("Bluesky's server is not installed: run `npm run system`.");
  const ownPassword = "the account's own password";
  const child = spawn(process.execPath, ["serve.mjs"], { cwd: FOLDER, stdio: ["pipe", "pipe", "ignore"], env: { PATH: process.env.PATH, LOG_ENABLED: "false" } });
  const ended = new Promise<void>((done) => { child.once("exit", () => done()); });
  const made = new Promise<Omit<BlueskyServer, "stop" | "ownPassword">>((done, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => { if (line.startsWith("{")) done(JSON.parse(line) as BlueskyServer); });
    child.once("exit", (code) => { failed(new Error(`Bluesky's server ended with ${code} before it was ready.`)); });
  });
  child.stdin.write(`${JSON.stringify({ handle, password: ownPassword, appView })}\n`);
  return { ...await made, ownPassword, stop: async () => { child.stdin.end(); await ended; } };
}
