/** Bluesky's own client, speaking through the desk's guard. */
import type { Agent } from "@atproto/api";
import { type Answer, ask, isGood } from "../ask.ts";
import type { Fetch, Session } from "../session.ts";

/** Read when the first channel asks for it: with the whole protocol in it, it takes as long to load as the rest of the desk. */
export const library = (): Promise<typeof import("@atproto/api")> => import("@atproto/api");

/** Goes through the client's own errors as their cause, so that nothing of the answer is lost on the way. */
class Ended extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) { super("The call did not end well."); this.answer = answer; }
}

/** `token` is left out where a call needs no sign-in. The client would follow redirects; the guard does not. */
export async function clientAt(host: string, fetch: Fetch, token?: string): Promise<Agent> {
  const { Agent } = await library();
  return new Agent(async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (token) headers.set("authorization", `Bearer ${token}`);
    const answer = await ask(fetch, new URL(path, host), { ...init, headers });
    if (answer.is === "silence" || !isGood(answer)) throw new Ended(answer);
    return asResponse(answer);
  });
}

export const clientOf = ({ account, credentials, fetch }: Pick<Session, "account" | "credentials" | "fetch">): Promise<Agent> => clientAt(account.host!, fetch, credentials.access);

/** What was read is no longer packed, and may be of another length. */
function asResponse({ status, headers, body }: Extract<Answer, { is: "answer" }>): Response {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) kept.delete(name);
  return new Response(status === 204 ? null : typeof body === "string" ? body : JSON.stringify(body), { status, headers: kept });
}

/** `error` is the protocol's own name for what went wrong; empty where there is none. */
export type Heard<Result> = { is: "good"; result: Result } | { is: "bad"; answer: Answer; error: string };

/** An answer that is not what the protocol promises is trouble of the server's. */
const NONSENSE: Answer = { is: "answer", status: 502, headers: new Headers(), body: null };

export async function hear<Result>(call: Promise<{ data: Result }>): Promise<Heard<Result>> {
  try {
    return { is: "good", result: (await call).data };
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Ended) return { is: "bad", answer: cause.answer, error: nameIn(cause.answer) };
    if (error instanceof Error && "status" in error && error.status === INVALID_RESPONSE) return { is: "bad", answer: NONSENSE, error: "" };
    throw error;
  }
}

/** The client's own sign for an answer that is not as the protocol promises. */
const INVALID_RESPONSE = 2;

function nameIn(answer: Answer): string {
  if (answer.is === "silence" || typeof answer.body !== "object" || answer.body === null) return "";
  return "error" in answer.body && typeof answer.body.error === "string" ? answer.body.error : "";
}
