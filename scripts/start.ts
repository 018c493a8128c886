/** `npm start`: builds what has not been built since it was last changed, then runs the desk. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, ".."), built = join(root, "packages/web/dist/index.html");
const SOURCES = ["packages/web/src", "packages/web/index.html", "packages/web/public", "packages/contract/src", "packages/engine/src", "packages/server/src/database/migrations", "rules/pack.json"];

const changedAt = (path: string): number => {
  if (!existsSync(path)) return 0;
  const about = statSync(path);
  return about.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => changedAt(join(path, name)))) : about.mtimeMs;
};

const isBuilt = existsSync(built) && SOURCES.every((source) => changedAt(join(root, source)) <= statSync(built).mtimeMs);
if (!isBuilt) {
  console.log("Building the pages, which takes some seconds the first time.");
  const { status } = spawnSync("npm", ["run", "build", "--silent"], { cwd: root, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

const desk = spawn(process.execPath, [join(root, "packages/cli/bin/chaperone.ts"), "serve"], { cwd: root, stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => desk.kill(signal));
desk.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
