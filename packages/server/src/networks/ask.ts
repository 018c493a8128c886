/** One call to a network's interface, and what its end means. */
import { refused, type Refused, type Unknown } from "./outcome.ts";
import type { Fetch } from "./session.ts";

/** `mayHaveArrived` is false when the line was never opened, so that nothing can have happened. */
export type Answer = { is: "answer"; status: number; headers: Headers; body: unknown } | { is: "silence"; mayHaveArrived: boolean };

const NEVER_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT", "FORBIDDEN_ADDRESS"]);
/** No interface that we call answers with more. */
const MOST_BYTES = 4_000_000;

/** Sends, and reads the answer as JSON where it is JSON. A body that breaks off is silence. */
export async function ask(fetch: Fetch, input: string | URL, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(input, init), text = await readAtMost(response);
    return { is: "answer", status: response.status, headers: response.headers, body: parsed(text) };
  } catch (error) {
    return { is: "silence", mayHaveArrived: !NEVER_SENT.has(codeOf(error)) };
  }
}

async function readAtMost(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new Error("The network answered with more than the desk reads.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return text; }
}

function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if ("code" in cause && typeof cause.code === "string") return cause.code;
  return "";
}

export const isGood = (answer: Answer): answer is Extract<Answer, { is: "answer" }> => answer.is === "answer" && answer.status >= 200 && answer.status < 300;

/** What a failed read or preparation means by its status alone; a network looks at its own codes first. */
export function refusalOf(answer: Answer, now: Date, network: string): Refused {
  if (answer.is === "silence") return refused("transient", `${network} could not be reached. The desk tries again by itself.`);
  const { status, headers } = answer, code = String(status);
  if (status === 401) return refused("auth", `${network} no longer accepts the sign-in. Sign in again.`, { code });
  if (status === 403) return refused("permission", `${network} does not allow this for the account. Test the connection to see what is missing.`, { code });
  if (status === 429) return refused("rate-limited", `${network} asks to wait. The desk tries again by itself.`, { code, retryAt: resetOf(headers, now).toISOString() });
  if (status >= 500 || status === 408) return refused("transient", `${network} has trouble of its own. The desk tries again by itself.`, { code });
  return refused("content-invalid", `${network} did not take it as it is (${status}). Look at the post, change it or copy it out by hand.`, { code });
}

/** The same for the one call that cannot be taken back: what may have arrived and was not clearly refused is unknown. */
export function commitRefusalOf(answer: Answer, now: Date, network: string): Refused | Unknown {
  const isOpen = answer.is === "silence" ? answer.mayHaveArrived : answer.status >= 500 || answer.status === 408 || answer.status < 400;
  return isOpen ? { is: "unknown", says: `${network} did not say whether it went out. The desk looks before anything is tried again.` } : refusalOf(answer, now, network);
}

const LEAST_WAIT_MS = 5_000, USUAL_WAIT_MS = 60_000, MOST_WAIT_MS = 24 * 3_600_000;

/** When a network that says “too many” may be asked again: `Retry-After` in seconds or as a date, or a reset as seconds since 1970, seconds from now, or a date. */
export function resetOf(headers: Headers, now: Date): Date {
  const given = headers.get("retry-after") ?? headers.get("x-rate-limit-reset") ?? headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset");
  const number = given === null || given.trim() === "" ? NaN : Number(given);
  const wait = Number.isFinite(number) ? (number > 1_000_000_000 ? number * 1000 - now.getTime() : number * 1000) : given === null ? USUAL_WAIT_MS : Date.parse(given) - now.getTime();
  return new Date(now.getTime() + Math.min(Math.max(Number.isFinite(wait) ? wait : USUAL_WAIT_MS, LEAST_WAIT_MS), MOST_WAIT_MS));
}
