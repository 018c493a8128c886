import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The newest PostgreSQL on this machine, as the folder that holds `initdb` and `pg_ctl`; Debian keeps them off the path. */
export function findPostgres(): string | null {
  const versioned = (root: string): string[] => existsSync(root)
    ? readdirSync(root).filter((name) => /^(postgresql@)?\d+$/.test(name)).toSorted((a, b) => numberIn(b) - numberIn(a)).map((name) => join(root, name, "bin")) : [];
  const places = [...versioned("/usr/lib/postgresql"), ...versioned("/opt/homebrew/opt"), ...versioned("/usr/local/opt"), ...(process.env.PATH ?? "").split(delimiter)];
  return places.find((place) => existsSync(join(place, "initdb")) && existsSync(join(place, "pg_ctl"))) ?? null;
}

const numberIn = (name: string): number => Number(/\d+$/.exec(name)![0]);

/** PostgreSQL refuses to run as root, so root runs it as the user that its package made. */
export function postgresUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}
