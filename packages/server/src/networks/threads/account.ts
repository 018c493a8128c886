/** Calls as the account. */
import type { Answer } from "../ask.ts";
import { metaRefusal } from "../meta/errors.ts";
import { type Graph, graphOf } from "../meta/graph.ts";
import type { Refused } from "../outcome.ts";
import type { Session } from "../session.ts";

/** The only version that there is. */
export const THREADS = "https://graph.threads.net/v1.0";
/** Tokens are traded at addresses without one. */
export const THREADS_TOKENS = "https://graph.threads.net";

export const threadsOf = (session: Session): Graph => graphOf(session, THREADS, "Threads");
export const refusalFor = (answer: Answer, { now }: Graph): Refused => metaRefusal(answer, now, "Threads");
