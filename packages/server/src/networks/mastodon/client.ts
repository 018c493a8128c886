/** Asking a Mastodon server, through the established client where it serves and plainly where it does not. */
import { createRestAPIClient, MastoHttpError, type mastodon } from "masto";
import { type Answer, ask } from "../ask.ts";
import type { Session } from "../session.ts";

const TIMEOUT_MS = 30_000;
type Signed = Pick<Session, "account" | "credentials" | "fetch" | "guarded">;

/** The client calls the platform's fetch itself; `guarded` rides on each of its calls. */
export const clientOf = ({ account, credentials, guarded }: Signed): mastodon.rest.Client =>
  createRestAPIClient({ url: hostOf(account), accessToken: credentials.access, requestInit: guarded, timeout: TIMEOUT_MS });

export type Tried<T> = { is: "done"; value: T } | Answer;

/** How a call of the client ended, in the words of every other network. A refusal that it cannot read is silence: nobody knows then what happened. */
export async function tried<T>(call: PromiseLike<T>): Promise<Tried<T>> {
  try {
    return { is: "done", value: await call };
  } catch (error) {
    if (error instanceof MastoHttpError && error.cause instanceof Response) return { is: "answer", status: error.statusCode, headers: error.cause.headers, body: null };
    return ask(() => Promise.reject(error), "");
  }
}

/** The client forgets the status of a refusal without a body, which some servers send; a reading may be asked again, plainly, to learn it. */
export async function triedReading<T>(session: Signed, path: string, call: PromiseLike<T>): Promise<Tried<T>> {
  const ended = await tried(call);
  if (ended.is !== "silence" || !ended.mayHaveArrived) return ended;
  const plain = await askHere(session, path);
  return plain.is === "answer" && plain.status < 300 ? ended : plain;
}

export const askHere = ({ account, credentials, fetch }: Signed, path: string, init: RequestInit = {}): Promise<Answer> =>
  ask(fetch, `${hostOf(account)}${path}`, { ...init, headers: { authorization: `Bearer ${credentials.access}` } });

function hostOf({ host }: Session["account"]): string {
  if (host === null) throw new Error("A Mastodon account is on a server, and this one names none.");
  return host;
}
