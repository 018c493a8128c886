import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ConfigProblem } from "./config-problem.ts";
import { readConfig } from "./config.ts";
import { SETTINGS } from "./settings.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "chaperone-config-"));
const KEY = "0123456789abcdef".repeat(4);

function mistakesIn(environment: Record<string, string>): readonly string[] {
  try { readConfig({ SECRET_KEY: KEY, ...environment }); } catch (error) { if (error instanceof ConfigProblem) return error.mistakes; throw error; }
  return [];
}

test("an empty environment is a desk on loopback with its own secret in the data directory", () => {
  const where = folder(), config = readConfig({ PORT: "", DATABASE_URL: " " }, where);
  expect(config).toEqual({ port: 4321, host: "127.0.0.1", dataDir: join(where, "data"), logLevel: "info", allowPrivateHosts: false, trustProxy: 0, secretKey: config.secretKey });
  expect(config.secretKey).toHaveLength(32);
  expect(Object.isFrozen(config)).toBe(true);
});

test("the secret made on first run is kept, for its owner's eyes only", () => {
  const where = folder(), first = readConfig({ DATA_DIR: where }), path = join(where, "secret.key");
  expect(readConfig({ DATA_DIR: where }).secretKey).toEqual(first.secretKey);
  expect(readFileSync(path, "utf8").trim()).toBe(Buffer.from(first.secretKey).toString("hex"));
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test("a damaged secret is never replaced by a new one", () => {
  const where = folder();
  writeFileSync(join(where, "secret.key"), "short");
  expect(() => readConfig({ DATA_DIR: where })).toThrow("does not hold a secret key; put back the file from a backup, or set SECRET_KEY.");
});

test("a given secret is read as hexadecimal or base64, and nothing is written", () => {
  const where = folder(), expected = new Uint8Array(Buffer.from(KEY, "hex"));
  for (const SECRET_KEY of [KEY, KEY.toUpperCase(), Buffer.from(KEY, "hex").toString("base64"), Buffer.from(KEY, "hex").toString("base64url")]) expect(readConfig({ SECRET_KEY, DATA_DIR: where }).secretKey).toEqual(expected);
  expect(existsSync(join(where, "secret.key"))).toBe(false);
});

test("everything that can be set is read", () => {
  expect(readConfig({
    PORT: "8080", HOST: "0.0.0.0", DATA_DIR: "/srv/desk", DATABASE_URL: "postgres://desk:pw@db/desk", SECRET_KEY: KEY, PUBLIC_URL: "https://desk.example.com/", LOG_LEVEL: "warn", SMTP_URL: "smtps://u:p@mail.example.com",
    MAIL_FROM: "The desk <desk@example.com>", OIDC_ISSUER: "https://login.example.com/realm", OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "hush", ALLOW_PRIVATE_HOSTS: "yes", TRUST_PROXY: "1",
  })).toEqual({
    port: 8080, host: "0.0.0.0", dataDir: "/srv/desk", databaseUrl: "postgres://desk:pw@db/desk", secretKey: new Uint8Array(Buffer.from(KEY, "hex")), publicUrl: "https://desk.example.com", logLevel: "warn",
    mail: { smtpUrl: "smtps://u:p@mail.example.com", from: "The desk <desk@example.com>" }, oidc: { issuer: "https://login.example.com/realm", clientId: "desk", clientSecret: "hush" }, allowPrivateHosts: true, trustProxy: 1,
  });
});

test.each([
  [{ PORT: "80a" }, "PORT must be a port from 0 to 65535."],
  [{ PORT: "65536" }, "PORT must be a port from 0 to 65535."],
  [{ HOST: "http://here" }, "HOST must be one host name or address."],
  [{ DATABASE_URL: "mysql://x/y" }, "DATABASE_URL must be an address like postgres://user:password@host/name."],
  [{ SECRET_KEY: "hunter2" }, "SECRET_KEY must be 32 bytes, written as 64 hexadecimal digits or as base64 (`openssl rand -hex 32` makes one)."],
  [{ PUBLIC_URL: "desk.example.com" }, "PUBLIC_URL must be an address like https://desk.example.com, without a path."],
  [{ PUBLIC_URL: "https://example.com/desk" }, "PUBLIC_URL must be an address like https://desk.example.com, without a path."],
  [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent."],
  [{ SMTP_URL: "smtp://mail.example.com", PUBLIC_URL: "https://desk.example.com" }, "SMTP_URL also needs MAIL_FROM."],
  [{ SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "desk@example.com" }, "SMTP_URL also needs PUBLIC_URL, the address that people are sent back to."],
  [{ OIDC_CLIENT_ID: "desk", OIDC_ISSUER: "https://login.example.com", PUBLIC_URL: "https://desk.example.com" }, "OIDC_ISSUER and OIDC_CLIENT_ID also need OIDC_CLIENT_SECRET."],
  [{ ALLOW_PRIVATE_HOSTS: "maybe" }, "ALLOW_PRIVATE_HOSTS must be yes or no."],
  [{ TRUST_PROXY: "all" }, "TRUST_PROXY must be a number from 0 to 9."],
])("%j is one clear sentence", (environment, sentence) => {
  expect(mistakesIn(environment as unknown as Record<string, string>)).toEqual([sentence]);
});

test("all mistakes are told at once, the values are not, and the program ends with 2", () => {
  const program = `(await import(${JSON.stringify(join(import.meta.dirname, "config.ts"))})).configOrExit()`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", env: { ...process.env, PORT: "x", SECRET_KEY: "hunter2" } });
  expect(status).toBe(2);
  expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/^PORT must/), expect.stringMatching(/^SECRET_KEY must/)]);
  expect(stderr).not.toContain("hunter2");
});

test("each setting is described in a sentence", () => {
  for (const [name, setting] of Object.entries(SETTINGS)) expect([setting.name, /^[\dA-Z].*\.$/.test(setting.what)]).toEqual([name, true]);
});
