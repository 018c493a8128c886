import { problem, type Problem } from "@chaperone/contract";
import type { Context as Exchange } from "hono";
import type { Logger } from "pino";
import type { Variables } from "./mount.ts";
import { refusalOf } from "./refusal.ts";

/** What a person is told. An error that nobody foresaw is logged by its name and place; its message may hold somebody's words. */
export function problemOf(error: unknown, exchange: Exchange<Variables>, log: Logger): Problem {
  const known = refusalOf(error), requestId = exchange.get("requestId");
  if (known) return { ...known.problem, requestId };
  const { name, code, stack } = error as Error & { code?: unknown };
  log.error({ requestId, route: exchange.get("route"), name, code: typeof code === "string" ? code : undefined, at: stack?.split("\n").filter((line) => line.startsWith("    at ")).slice(0, 8) }, "a request broke");
  return problem("desk-error", { requestId });
}

export function answerProblem(exchange: Exchange, told: Problem): Response {
  return exchange.body(JSON.stringify(told), told.status as 400, { "content-type": "application/problem+json" });
}
