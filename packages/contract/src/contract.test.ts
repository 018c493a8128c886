import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { client, openApi, problem, PROBLEMS, problemsOf, Refused, routes, Unreachable } from "./index.ts";
import type { Route } from "./index.ts";

const entries = Object.entries(routes).flatMap(([group, of]) => Object.entries(of as Record<string, Route>).map(([name, entry]) => [`${group}.${name}`, entry] as const));
const practice = "5f0c2f0e-5a2b-4c88-9a3d-0d1f5f6b7a10";

test("no two routes share a method and an address", () => {
  const addresses = entries.map(([, entry]) => `${entry.method} ${entry.path}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

test.each(entries)("%s has a parameter for every brace of its path, and asks for a permission where a practice is named", (_, entry) => {
  const braces = [...entry.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  expect(Object.keys(entry.params?.shape ?? {}).sort()).toEqual(braces.sort());
  if (braces.includes("practice")) expect(["nobody", "signed-in"]).not.toContain(entry.needs);
  if (entry.scope) expect(["approve", "override", "manage", "own"]).not.toContain(entry.needs);
});

test("the OpenAPI document is one by the specification's own schema", async () => {
  expect(await new Validator().validate(openApi("1.0.0"))).toEqual({ valid: true });
});

test("the OpenAPI document has every route and a schema for every body", () => {
  const document = openApi("1.0.0") as { openapi: string; paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> }; responses: object }>> };
  expect(document.openapi).toBe("3.1.0");
  for (const [, entry] of entries) {
    const operation = document.paths[entry.path][entry.method.toLowerCase()];
    expect(Object.keys(operation.responses).length).toBeGreaterThan(1);
    if (entry.body) expect(Object.keys(operation.requestBody!.content["application/json"].schema).length).toBeGreaterThan(0);
    for (const code of problemsOf(entry)) expect(Object.keys(PROBLEMS)).toContain(code);
  }
});

test("the client calls the address of the table and returns what the desk says", async () => {
  const seen: string[] = [];
  const api = client({ origin: "http://desk.test", fetch: async (url, init) => { seen.push(`${init?.method} ${String(url)}`); return Response.json({ list: [], next: null }); } });
  expect(await api.posts.list({ params: { practice }, query: { q: "sun & skin", limit: 5 } })).toEqual({ list: [], next: null });
  expect(seen).toEqual([`GET http://desk.test/api/practices/${practice}/posts?q=sun+%26+skin&limit=5`]);
});

test("a refusal carries its problem, and a desk that cannot be reached says that nothing was lost", async () => {
  const refusing = client({ fetch: async () => Response.json(problem("own-post"), { status: 409 }) });
  await expect(refusing.me.show()).rejects.toSatisfy((error) => error instanceof Refused && error.code === "own-post");
  const broken = client({ fetch: async () => { throw new TypeError("network"); } });
  await expect(broken.me.show()).rejects.toBeInstanceOf(Unreachable);
  const speechless = client({ fetch: async () => new Response("<html>", { status: 502 }) });
  await expect(speechless.me.show()).rejects.toSatisfy((error) => error instanceof Refused && error.code === "desk-error");
});

test.each([
  ["a NUL character", "sun\u0000skin"], ["half a surrogate pair", "sun\ud83d"], ["nothing", ""], ["two lines", "a\nb"],
])("a name with %s is refused at the door", (_, name) => {
  expect(routes.practices.create.body.safeParse({ name, states: ["VA"], specialty: "dermatology", place: "Norfolk, VA", timeZone: "America/New_York" }).success).toBe(false);
});

test.each([["America/New_York", true], ["Pacific/Honolulu", true], ["Mars/Olympus", false], ["", false], ["+05:00", false]])("time zone %s: %s", (timeZone, holds) => {
  expect(routes.practices.create.body.safeParse({ name: "Seapine", states: ["VA"], specialty: "dermatology", place: "Norfolk, VA", timeZone }).success).toBe(holds);
});
