/** What one entry of the table says. Validation, the OpenAPI document and the typed client all follow from it. */
import type * as z from "zod/mini";
import type { Permission } from "./people.ts";
import type { Scope } from "./keys.ts";
import type { ProblemCode } from "./problems.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export interface Route {
  method: Method;
  /** Parameters stand in braces; `{practice}` is the tenant. */
  path: string;
  summary: string;
  /** Who may call: anybody, anybody signed in, or a role that has this permission in the practice of the path. */
  needs: "nobody" | "signed-in" | Permission;
  /** The scope with which an API key may call it; without one, it takes a person. */
  scope?: Scope;
  params?: z.ZodMiniObject;
  query?: z.ZodMiniObject;
  body?: z.ZodMiniType;
  /** Undefined answers 204, nothing. */
  reply?: z.ZodMiniType;
  status?: 200 | 201;
  /** Asks a network before it answers, and may take as long as that takes. */
  outside?: true;
  /** Beyond `invalid-request`, `not-signed-in`, `not-allowed`, `not-found` and `desk-error`, which follow from the rest. */
  problems?: readonly ProblemCode[];
}

export const route = <const R extends Route>(entry: R): R => entry;

type In<S> = S extends z.ZodMiniType ? z.input<S> : never;
export type Params<R extends Route> = R["params"] extends z.ZodMiniObject ? z.output<R["params"]> : Record<never, never>;
export type Query<R extends Route> = R["query"] extends z.ZodMiniObject ? z.output<R["query"]> : Record<never, never>;
export type Body<R extends Route> = R["body"] extends z.ZodMiniType ? z.output<R["body"]> : undefined;
export type Reply<R extends Route> = R["reply"] extends z.ZodMiniType ? z.output<R["reply"]> : undefined;

/** What a caller gives: only the parts that the route has. */
export type Call<R extends Route> =
  & (R["params"] extends z.ZodMiniObject ? { params: In<R["params"]> } : { params?: undefined })
  & (R["query"] extends z.ZodMiniObject ? { query?: In<R["query"]> } : { query?: undefined })
  & (R["body"] extends z.ZodMiniType ? { body: In<R["body"]> } : { body?: undefined });
