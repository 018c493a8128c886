/** The closed set of ways of matching. None of them knows a topic. */
import type { MATCHERS } from "../rule.ts";
import type { Matcher } from "./found.ts";
import { count } from "./count.ts";
import { identifier } from "./identifier.ts";
import { missing } from "./missing.ts";
import { near } from "./near.ts";
import { phrase } from "./phrase.ts";
import { reply } from "./reply.ts";

export const matchers: Record<(typeof MATCHERS)[number], Matcher> = { phrase, near, missing, reply, identifier, count };
