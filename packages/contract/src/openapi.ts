/** The OpenAPI 3.1 document, made from the table. */
import * as z from "zod/mini";
import { PROBLEMS, type ProblemCode } from "./problems.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodMiniType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }) as Json;
  return rest;
};

function parameters(schema: z.ZodMiniObject | undefined, place: "path" | "query"): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, of]) => ({ name, in: place, required: place === "path" || required.includes(name), schema: of }));
}

/** Every problem a route can answer with: its own, and those that follow from who may call it. */
export function problemsOf(entry: Route): ProblemCode[] {
  const follows: ProblemCode[] = ["invalid-request", "desk-error"];
  if (entry.needs !== "nobody") follows.push("not-signed-in");
  if (entry.needs !== "nobody" && entry.needs !== "signed-in") follows.push("not-allowed");
  if (entry.params) follows.push("not-found");
  return [...new Set([...follows, ...(entry.problems ?? [])])];
}

function responses(entry: Route): Json {
  const good = entry.reply
    ? { [entry.status ?? 200]: { description: "Done", content: { "application/json": { schema: schemaOf(entry.reply, "output") } } } }
    : { 204: { description: "Done, nothing to say" } };
  const byStatus = Map.groupBy(problemsOf(entry), (code) => PROBLEMS[code].status);
  const bad = [...byStatus].map(([status, codes]) => [status, { description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("\n\n"), content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }] as const);
  return { ...good, ...Object.fromEntries(bad) };
}

function operation(group: string, name: string, entry: Route): Json {
  return {
    operationId: `${group}.${name}`, tags: [group], summary: entry.summary,
    description: entry.needs === "nobody" ? "Anybody may call this." : `Needs: ${entry.needs}.${entry.scope ? ` API key scope: \`${entry.scope}\`.` : " API keys may not call this."}`,
    ...(entry.needs === "nobody" ? {} : { security: [{ session: [] }, ...(entry.scope ? [{ key: [] }] : [])] }),
    parameters: [...parameters(entry.params, "path"), ...parameters(entry.query, "query")],
    ...(entry.body ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(entry.body, "input") } } } } : {}),
    responses: responses(entry),
  };
}

const problemSchema: Json = {
  type: "object", required: ["type", "code", "status", "title", "next"],
  properties: {
    type: { type: "string" }, code: { enum: Object.keys(PROBLEMS) }, status: { type: "integer" }, title: { type: "string" }, next: { type: "string" }, detail: { type: "string" },
    errors: { type: "array", items: { type: "object", properties: { at: { type: "string" }, says: { type: "string" } } } }, requestId: { type: "string" }, theirs: {},
  },
};

export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const [group, entries] of Object.entries(routes)) {
    for (const [name, entry] of Object.entries(entries as Record<string, Route>)) {
      paths[entry.path] = { ...paths[entry.path], [entry.method.toLowerCase()]: operation(group, name, entry) };
    }
  }
  return {
    openapi: "3.1.0",
    info: { title: "Chaperone", version, description: "The social media desk for medical practices. A check is not legal advice; a person approves. People sign in below `/api/auth`, where better-auth answers with documents of its own; programs carry an API key.", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "chaperone.session_token" }, key: { type: "http", scheme: "bearer", description: "An API key of one practice" } },
    },
  };
}
