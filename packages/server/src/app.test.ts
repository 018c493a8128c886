import { type Route, routes } from "@chaperone/contract";
import { beforeEach, expect, test } from "vitest";
import { anOpenDoor, ORIGIN } from "../test-support/a-door.ts";
import { openMemory } from "../test-support/memory.ts";
import { handlers } from "./handlers.ts";

let door: Awaited<ReturnType<typeof anOpenDoor>>, app: (typeof door)["app"], practice: string, signedIn: { cookie: string };

beforeEach(async () => {
  door = await anOpenDoor(await openMemory());
  ({ app, practice } = door);
  signedIn = { cookie: [...door.owner.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  door.log.length = 0;
});

const change = (path: string, headers: Record<string, string>, body: unknown = {}): Promise<Response> =>
  Promise.resolve(app.request(path, { method: "POST", headers: { "content-type": "application/json", host: new URL(ORIGIN).host, ...headers }, body: JSON.stringify(body) }));
const entries = (): object[] => door.log.map((line) => JSON.parse(line) as object);
const postsPath = (): string => `/api/practices/${practice}/posts`;

test("every route of the table has its handler and is mounted", async () => {
  for (const [group, entries] of Object.entries(routes)) {
    expect(Object.keys(handlers[group as keyof typeof handlers]).toSorted()).toEqual(Object.keys(entries).toSorted());
    for (const entry of Object.values(entries) as Route[]) {
      if (entry.needs === "nobody") continue;
      const response = await app.request(entry.path.replace(/\{\w+\}/g, practice), { method: entry.method });
      expect(response.status, `${entry.method} ${entry.path}`).toBe(401);
    }
  }
});

test("what goes wrong is a problem document with a request id, and says nothing of itself", async () => {
  for (const [path, status, code] of [["/api/nowhere", 404, "not-found"], ["/assets/nowhere.js", 404, "not-found"], [postsPath(), 401, "not-signed-in"]] as const) {
    const response = await app.request(path);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: `/api/problems/${code}`, code, status, requestId: response.headers.get("x-request-id") });
  }
  const wrong = await change(postsPath(), signedIn, { title: 5 });
  expect(await wrong.json()).toMatchObject({ code: "invalid-request", errors: [{ at: "/title" }] });
  expect((await (await change(postsPath(), { ...signedIn, "content-type": "text/plain" })).json() as { code: string }).code).toBe("invalid-request");
  expect((await change(postsPath(), signedIn, { title: "x".repeat(3_000_000) })).status).toBe(413);
  expect((await change("/api/auth/sign-in/email", {}, { email: "x".repeat(100_000) })).status).toBe(413);
});

test("an error that nobody foresaw is told and logged without its words", async () => {
  const secret = "Anna Marchetti";
  Object.defineProperty(door.desk, "checker", { get() { throw Object.assign(new Error(secret), { code: "XX000" }); } });
  const response = await change(`/api/practices/${practice}/check`, signedIn, { content: { surface: "post", text: secret, channels: [], overrides: {}, link: null, hashtags: [], pictures: [], pillar: "educational", pillarReason: null, inReplyTo: null, reasons: [] } });
  const told = await response.text();
  expect(response.status).toBe(500);
  expect(JSON.parse(told)).toMatchObject({ code: "desk-error", requestId: response.headers.get("x-request-id") });
  expect(told + door.log.join("")).not.toContain(secret);
  expect(entries()).toContainEqual(expect.objectContaining({ name: "Error", code: "XX000", route: "posts.check", at: expect.arrayContaining([expect.stringContaining("    at ")]) }));
});

test("the log has a request's route, status and time, and nobody's words, names or ids", async () => {
  await change(postsPath(), signedIn, { title: "Zebrafinch" });
  await app.request(`${postsPath()}?q=zebrafinch`, { headers: signedIn });
  expect(entries()).toEqual([expect.objectContaining({ method: "POST", route: "posts.create", status: 201, ms: expect.any(Number), requestId: expect.any(String) }), expect.objectContaining({ method: "GET", route: "posts.list", status: 200 })]);
  expect(door.log.join("").toLowerCase()).not.toMatch(new RegExp(`zebrafinch|ruth|${practice}`));
});

test("a change that another site's page sends is not taken, nor one under a name that was pointed here", async () => {
  const code = async (headers: Record<string, string>): Promise<number> => (await change(postsPath(), { ...signedIn, ...headers }, { title: "Hours" })).status;
  expect(await code({})).toBe(201);
  expect(await code({ origin: ORIGIN, "sec-fetch-site": "same-origin" })).toBe(201);
  expect(await code({ origin: "https://evil.example" })).toBe(403);
  expect(await code({ origin: "null" })).toBe(403);
  expect(await code({ "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await code({ "sec-fetch-site": "same-site", origin: ORIGIN })).toBe(403);
  expect(await code({ origin: "http://evil.example:4321", host: "evil.example:4321" })).toBe(403);
  expect(await code({ origin: "http://[::1]:4321", host: "[::1]:4321" })).toBe(201);
  expect((await app.request(postsPath(), { headers: { ...signedIn, origin: "https://evil.example" } })).headers.get("access-control-allow-origin")).toBeNull();
});

test("every answer carries the policy, and no page a script or style of its own", async () => {
  for (const path of ["/api/health", "/api/docs", "/api/problems/own-post", "/api/nowhere", "/"]) {
    const response = await app.request(path), policy = response.headers.get("content-security-policy")!, text = await response.text();
    expect(policy).toMatch(/default-src 'none';.*script-src 'self';.*style-src 'self' 'nonce-[^']+';.*frame-ancestors 'none'/);
    expect(policy).not.toContain("unsafe");
    expect(Object.fromEntries(response.headers)).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY" });
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bstyle="|\son\w+="/);
  }
  expect((await app.request("/api/health")).headers.get("cache-control")).toBe("no-store");
});

test("the interface describes itself: a valid document, a page for it, and a page for each problem", async () => {
  const document = await (await app.request("/api/openapi.json")).json() as { openapi: string; paths: Record<string, object> };
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths).toSorted()).toEqual([...new Set(Object.values(routes).flatMap((group) => (Object.values(group) as Route[]).map(({ path }) => path)))].toSorted());
  const docs = await (await app.request("/api/docs")).text();
  for (const [, path] of docs.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) expect((await app.request(path!)).status, path).toBe(200);
  expect(await (await app.request("/api/problems/own-post")).text()).toContain("The author cannot approve this one.");
  expect((await app.request("/api/problems/constructor")).status).toBe(404);
  expect((await app.request("/api/docs/..%2f..%2fpackage.json")).status).toBe(404);
});

test("it is alive and ready, and commands of this machine have a door that nobody else sees", async () => {
  expect(await (await app.request("/api/health")).json()).toEqual({ alive: true });
  expect(await (await app.request("/api/ready")).json()).toEqual({ ready: true });
  expect((await change("/api/operator/backup", {}, [])).status).toBe(404);
  door.desk.database.token = "a token";
  expect((await change("/api/operator/backup", { "x-chaperone-operator": "another" }, [])).status).toBe(404);
  expect((await change("/api/operator/toString", { "x-chaperone-operator": "a token" }, [])).status).toBe(404);
  const answered = await change("/api/operator/exportRecord", { "x-chaperone-operator": "a token" }, [null]);
  expect(((await answered.json()) as { answer: string }).answer).toContain(practice);
});
