import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DataDirectoryInUse, type Holder, holderOf, takeLock } from "./lock.ts";
import { processStart } from "./process-start.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "chaperone-lock-"));
const lockIn = (dataDir: string): Holder => JSON.parse(readFileSync(join(dataDir, "desk.lock"), "utf8")) as Holder;

/** A real second process that takes the lock, says so, and stays; or prints why it could not. */
async function another(dataDir: string): Promise<{ process: ChildProcess; said: string }> {
  const script = `const { takeLock } = await import(${JSON.stringify(join(import.meta.dirname, "lock.ts"))});
    try { takeLock(${JSON.stringify(dataDir)}).announce("http://127.0.0.1:4321"); console.log("taken"); setInterval(() => {}, 1000); } catch (error) { console.log(error.message); }`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => { child.kill("SIGKILL"); });
  const [said] = await once(child.stdout, "data") as [Buffer];
  return { process: child, said: said.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("a directory that another process holds is refused with its number and address", async () => {
  const dataDir = folder(), { process: other, said } = await another(dataDir);
  expect(said).toBe("taken");
  expect(() => takeLock(dataDir)).toThrow(DataDirectoryInUse);
  expect(() => takeLock(dataDir)).toThrow(`The data directory ${dataDir} is in use by process ${other.pid}, the desk at http://127.0.0.1:4321; stop it first, or give this one another DATA_DIR.`);
  expect(holderOf(dataDir)).toMatchObject({ pid: other.pid, address: "http://127.0.0.1:4321" });
});

test("another process is refused the directory that this one holds, until it lets go", async () => {
  const dataDir = folder(), lock = takeLock(dataDir);
  expect((await another(dataDir)).said).toContain(`in use by process ${process.pid};`);
  lock.release();
  expect(holderOf(dataDir)).toBeNull();
  expect((await another(dataDir)).said).toBe("taken");
});

test("the same process cannot take a directory twice", () => {
  const dataDir = folder(), lock = takeLock(dataDir);
  expect(() => takeLock(dataDir)).toThrow(DataDirectoryInUse);
  lock.release();
  takeLock(dataDir).release();
});

test("a lock left behind by kill -9 is in nobody's way", async () => {
  const dataDir = folder(), { process: other } = await another(dataDir);
  await kill(other);
  expect(lockIn(dataDir).pid).toBe(other.pid);
  expect(holderOf(dataDir)).toBeNull();
  const lock = takeLock(dataDir);
  expect(lockIn(dataDir).pid).toBe(process.pid);
  lock.release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test("a number given out again does not keep a dead desk's lock alive", async () => {
  const dataDir = folder(), { process: other } = await another(dataDir);
  const left = lockIn(dataDir);
  await kill(other);
  writeFileSync(join(dataDir, "desk.lock"), JSON.stringify({ ...left, pid: process.pid }));
  expect(processStart(process.pid)).not.toBe(left.started);
  expect(holderOf(dataDir)).toBeNull();
  takeLock(dataDir).release();
});

test("of eight processes that find a dead lock at once, one gets the directory", async () => {
  const dataDir = folder();
  await kill((await another(dataDir)).process);
  const all = await Promise.all(Array.from({ length: 8 }, () => another(dataDir)));
  expect(all.filter(({ said }) => said === "taken")).toHaveLength(1);
  expect(all.filter(({ said }) => said.includes("is in use by process"))).toHaveLength(7);
});

test("a broom left behind by a process that died sweeping is in nobody's way", async () => {
  const dataDir = folder(), { process: other } = await another(dataDir);
  const left = readFileSync(join(dataDir, "desk.lock"));
  await kill(other);
  writeFileSync(join(dataDir, "desk.lock.broom"), left);
  takeLock(dataDir).release();
  expect(readdirSync(dataDir)).toEqual([]);
});

test("a holder on another host lives as long as it touches its lock", () => {
  const dataDir = folder(), file = join(dataDir, "desk.lock");
  writeFileSync(file, JSON.stringify({ pid: 1, started: "long ago", host: "front-desk", token: "x" }));
  expect(() => takeLock(dataDir)).toThrow("in use by process 1 on front-desk;");
  utimesSync(file, new Date(), new Date(Date.now() - 60_000));
  takeLock(dataDir).release();
});
