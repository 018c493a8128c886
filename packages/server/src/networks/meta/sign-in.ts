/** What the sign-ins of Meta's networks share: a code becomes a token for an hour, and that one a token for sixty days. */
import { z } from "zod";
import type { Answer } from "../ask.ts";
import { refusalOf } from "../ask.ts";
import { refused, type Refused } from "../outcome.ts";
import { bodyOf } from "./graph.ts";

const token = z.object({ access_token: z.string().min(1), expires_in: z.number().optional() });
export interface Token { is: "token"; access: string; expiresAt: string | null }

/** A code that is used up, another address to come back to and a wrong secret all look alike, and the way out of them is one. */
export function signInRefusal(answer: Answer, now: Date, network: string): Refused {
  const passes = refusalOf(answer, now, network);
  if (passes.kind === "transient" || passes.kind === "rate-limited") return passes;
  return refused("auth", `${network} did not accept the sign-in. Look at the app's id, secret and redirect address, then begin again.`, passes.code ? { code: passes.code } : {});
}

export function tokenIn(answer: Answer, now: Date, network: string): Token | Refused {
  const body = bodyOf(answer, token);
  if (!body) return signInRefusal(answer, now, network);
  return { is: "token", access: body.access_token, expiresAt: body.expires_in ? new Date(now.getTime() + body.expires_in * 1000).toISOString() : null };
}
