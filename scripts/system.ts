/**
 * `npm run system`: what the tests drive and the desk does not need: a browser and PostgreSQL, through apt where it may, and the servers
 * of networks in `test/peers`, through npm. Elsewhere it says what is missing and how to get it, and fails, because a test that is
 * skipped is a test that is not there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { findPostgres } from "../packages/server/test-support/postgres-programs.ts";

interface Need { name: string; find: () => string | null; apt: string; brew: string }

const onPath = (names: string[]): string | null => (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
const firstOf = (paths: string[]): string | null => paths.find((path) => existsSync(path)) ?? null;

export function findChromium(): string | null {
  return firstOf(["/usr/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"])
    ?? onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
}

// A Mac and a desktop have fonts of their own; a bare Debian draws boxes without these.
const findFonts = (): string | null => process.platform === "linux" ? firstOf(["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/liberation-sans", "/usr/share/fonts/liberation"]) : "its own";

const NEEDS: Need[] = [
  { name: "Chromium", find: findChromium, apt: "chromium", brew: "--cask chromium" },
  { name: "the Liberation fonts", find: findFonts, apt: "fonts-liberation", brew: "" },
  { name: "PostgreSQL 15 or newer", find: findPostgres, apt: "postgresql", brew: "postgresql@17" },
];

const missing = (): Need[] => NEEDS.filter((need) => !need.find());

/** What runs a command as root here: nothing in front when we are root, sudo when it asks for no password, else null. */
function asRoot(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}

function install(needs: Need[], root: string[]): void {
  const run = (...command: string[]): boolean => {
    const [program, ...parameters] = [...root, "env", "DEBIAN_FRONTEND=noninteractive", ...command];
    return spawnSync(program!, parameters, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  };
  const get = (): boolean => run("apt-get", "install", "-y", "--no-install-recommends", ...needs.map(({ apt }) => apt));
  console.log(`Installing ${needs.map(({ name }) => name).join(", ")} through apt.`);
  // The list of packages on a fresh machine is empty or old.
  if (!get() && run("apt-get", "update")) get();
}

function howTo(needs: Need[]): string {
  const names = needs.map(({ name }) => name).join(", ");
  if (process.platform === "darwin") return `The tests need ${names}: run \`brew install ${needs.map(({ brew }) => brew).join(" ")}\`.`;
  if (onPath(["apt-get"])) return `The tests need ${names}: run \`sudo apt-get install ${needs.map(({ apt }) => apt).join(" ")}\`.`;
  return `The tests need ${names}: install them with this system's package manager.`;
}

const PEERS = resolve(import.meta.dirname, "../test/peers");

/** A peer is there when what its package.json names is installed in that version. */
function isInstalled(folder: string): boolean {
  const { dependencies } = read(join(folder, "package.json"));
  return Object.entries(dependencies ?? {}).every(([name, version]) => read(join(folder, "node_modules", name, "package.json")).version === version);
}

const read = (path: string): { version?: string; dependencies?: Record<string, string> } => existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) as { version?: string } : {};

/** Apart from the workspace, because they are bigger than all of it. None of them needs a script of its own to run. */
function installPeers(): boolean {
  const left = readdirSync(PEERS).map((name) => join(PEERS, name)).filter((folder) => existsSync(join(folder, "package.json")) && !isInstalled(folder));
  return left.every((folder) => {
    console.log(`Installing ${folder} through npm. It takes about a minute, once.`);
    return spawnSync("npm", ["ci", "--prefix", folder, "--ignore-scripts"], { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" }).status === 0;
  });
}

function main(): number {
  if (!installPeers()) return 2;
  if (missing().length === 0) return 0;
  const root = onPath(["apt-get"]) ? asRoot() : null;
  if (root) install(missing(), root);
  const left = missing();
  if (left.length > 0) console.error(howTo(left));
  return left.length > 0 ? 2 : 0;
}

if (import.meta.main) process.exitCode = main();
