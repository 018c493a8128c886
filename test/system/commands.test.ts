/** The commands of whoever runs the desk, as programs: while it runs, while it is stopped, and what they say when something is wrong. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type ADesk, aDesk } from "./support/a-desk.ts";
import { caller } from "./support/caller.ts";
import { makeDataDir, removeDataDir, startDesk } from "./support/running-desk.ts";

/** Each test starts several programs, one after the other. */
vi.setConfig({ testTimeout: 240_000 });

const COMMAND = resolve(import.meta.dirname, "../../packages/cli/bin/chaperone.ts");

let desk: ADesk, elsewhere: string;

beforeAll(async () => { [desk, elsewhere] = [await aDesk(), makeDataDir()]; });
afterAll(async () => {
  await desk.stop();
  for (const dataDir of [desk.dataDir, elsewhere]) removeDataDir(dataDir);
});

interface Said { status: number; stdout: string; stderr: string }
function chaperone(parameters: string[], env: Record<string, string> = {}): Promise<Said> {
  return new Promise((done) => {
    execFile(process.execPath, [COMMAND, ...parameters], { env: { PATH: process.env.PATH, DATA_DIR: desk.dataDir, ...env }, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => done({ status: error ? Number(error.code) : 0, stdout, stderr }));
  });
}
async function done(...parameters: string[]): Promise<string> {
  const { status, stdout, stderr } = await chaperone(parameters);
  expect([status, stderr], parameters.join(" ")).toEqual([0, ""]);
  return stdout;
}
/** Refused in one sentence a mistake, without a trace and without the value that was wrong. */
async function refused(parameters: string[], says: RegExp, env: Record<string, string> = {}): Promise<void> {
  const { status, stdout, stderr } = await chaperone(parameters, env);
  expect([status, stdout], parameters.join(" ")).toEqual([2, ""]);
  expect(stderr).toMatch(says);
  expect(stderr.trimEnd()).not.toMatch(/\n| at .*:\d+:\d+|hunter2/);
}

test("what is wrong with the environment is said in a sentence each", async () => {
  await refused(["serve"], /^PORT must be a port from 0 to 65535\. LOG_LEVEL must be one of/, { PORT: "hunter2", LOG_LEVEL: "hunter2" });
  await refused(["serve"], /^DATABASE_URL must be an address like/, { DATABASE_URL: "mysql://root:hunter2@localhost/desk" });
  await refused(["serve"], /^No database answers at DATABASE_URL\./, { DATABASE_URL: "postgres://desk:hunter2@127.0.0.1:1/desk" });
  await refused(["serve"], /^Something else answers on this port already/, { PORT: new URL(desk.url).port, DATA_DIR: elsewhere });
  await refused(["serve"], /^The data directory .* is in use by process \d+, the desk at http:\/\/localhost:\d+; stop it first/, { PORT: "0" });
  await refused(["worker"], /^A desk with the embedded database does its background work itself/);
  await refused(["backup", COMMAND], /is there already/);
  await refused(["restore", "nowhere.tar.gz"], /^“nowhere\.tar\.gz” does not exist/);
  await refused(["restore", COMMAND], /is not a backup of a desk/);
  await refused(["record", "verify", "nowhere.jsonl"], /does not exist/);
  await refused(["record", "export", "No Such Clinic"], /^Say which practice: “Harbor Dermatology”/);
  await refused(["admin", "reset-password", "nobody@example.com"], /^Nobody at this desk has that address/);
});

test("every setting stands in the help of serve", async () => {
  const help = await done("serve", "--help");
  for (const name of ["PORT", "DATA_DIR", "DATABASE_URL", "SECRET_KEY", "PUBLIC_URL"]) expect(help).toContain(name);
});

test("the demo is opened and taken away while the desk runs", async () => {
  expect(await done("demo")).toContain("Seapine Plastic Surgery is open");
  await refused(["demo"], /open already/);
  const { demo } = await desk.owner.caller.desk.show();
  expect((await desk.owner.caller.record.verify({ params: { practice: demo! } })).isIntact).toBe(true);
  expect(await done("demo", "--remove")).toContain("gone");
  expect((await desk.owner.caller.desk.show()).demo).toBeNull();
});

test("a record is taken out, verified, and found out when it was touched", async () => {
  const file = join(elsewhere, "record.jsonl");
  writeFileSync(file, await done("record", "export", "harbor dermatology"));
  const head = /Head ([0-9a-f]{64})/.exec(await done("record", "verify", file))![1]!;
  await done("record", "verify", file, "--head", head);
  expect((await chaperone(["record", "verify", file, "--head", "0".repeat(64)])).status).toBe(1);
  writeFileSync(file, readFileSync(file, "utf8").replace("Harbor", "Harbour"));
  const { status, stdout } = await chaperone(["record", "verify", file]);
  expect([status, stdout]).toEqual([1, "Broken at entry 1. Entry 1 is not what was recorded: its text and its hash do not belong together.\n"]);
});

test("a new password ends the sessions of the old one", async () => {
  const password = /password is (\S+)/.exec(await done("admin", "reset-password", "ADA@example.com"))![1]!;
  await expect(desk.owner.caller.me.show()).rejects.toMatchObject({ code: "not-signed-in" });
  await desk.owner.caller.signIn(desk.owner.email, password);
});

test("a backup made while the desk runs, and one of a stopped desk, start another desk", async () => {
  const running = join(elsewhere, "running.tar.gz"), stopped = join(elsewhere, "stopped.tar.gz");
  expect(await done("backup", running)).toContain("The secret key is not in it");
  const cookies = desk.owner.caller.session, head = (await desk.owner.caller.record.list({ params: { practice: desk.practice } })).head;
  await desk.stop();
  await done("backup", stopped);
  for (const file of [running, stopped]) {
    const dataDir = join(elsewhere, `of-${file.slice(-14, -7)}`), key = readFileSync(join(desk.dataDir, "secret.key"), "utf8").trim();
    expect(await chaperone(["restore", file], { DATA_DIR: dataDir, SECRET_KEY: key })).toMatchObject({ status: 0, stderr: "" });
    await refused(["restore", file], /There is a desk in .* already/, { DATA_DIR: dataDir, SECRET_KEY: key });
    const again = await startDesk({ dataDir, env: { SECRET_KEY: key } });
    expect((await caller(again.url, { session: cookies }).record.list({ params: { practice: desk.practice } })).head).toBe(head);
    await again.stop();
    expect(existsSync(join(dataDir, "desk.lock"))).toBe(false);
  }
  rmSync(running);
  expect(readdirSync(desk.dataDir).toSorted()).toEqual(expect.arrayContaining(["database", "record.jsonl", "secret.key"]));
});
