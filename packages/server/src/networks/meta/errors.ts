/** Meta's own codes, shared by Facebook, Instagram and Threads. The narrower code decides; their words are never repeated. */
import { z } from "zod";
import { type Answer, commitRefusalOf, refusalOf, resetOf } from "../ask.ts";
import { refused, type RefusalKind, type Refused, type Unknown } from "../outcome.ts";
import { unreadable } from "./graph.ts";
import { WHY } from "./media-refused.ts";

const failure = z.object({ error: z.object({ code: z.number().catch(0), error_subcode: z.number().optional(), is_transient: z.boolean().optional() }) });
type Known = readonly [RefusalKind, string];

const SIGN_IN: Known = ["auth", "no longer accepts the sign-in. Sign in again."];
const NOT_ALLOWED: Known = ["permission", "does not allow this for the account. Test the connection to see what is missing."];
const TOO_MUCH: Known = ["rate-limited", "asks to wait. The desk tries again by itself."];
const TROUBLE: Known = ["transient", "has trouble of its own. The desk tries again by itself."];
const RAN_OUT: Known = ["content-invalid", "has thrown the upload away, as it does after a day. Plan the post again."];
const PICTURE: Known = ["content-invalid", WHY.picture];
const VIDEO: Known = ["content-invalid", WHY.video];
const NOT_FETCHED: Known = ["transient", WHY.unreachable];

const BY_SUBCODE: Record<number, Known> = {
  458: SIGN_IN, 459: SIGN_IN, 460: SIGN_IN, 463: SIGN_IN, 464: SIGN_IN, 467: SIGN_IN, 492: SIGN_IN,
  1390008: ["rate-limited", "says that the account posts too fast. The desk tries again by itself."],
  1346003: ["content-rejected", "takes the post for abusive. Change the text, or ask Meta to look at it."],
  1404102: ["content-rejected", "finds the post against its standards. Change the text or the pictures."],
  1404078: ["permission", "wants the Page to pass its publishing authorisation first. Open the Page on Facebook and follow what it asks."],
  1404112: ["permission", "has limited the account. Open Facebook and see what it asks for."],
  4854002: ["permission", "wants somebody to confirm who they are. Open Facebook and follow what it asks."],
  1366051: ["content-invalid", "does not take the same picture twice. Take one of them out."],
  1366046: ["content-invalid", "takes JPEG and PNG pictures under 4 MB. Use a smaller picture."],
  1609008: ["content-rejected", "does not take this address. Take the address out of the post."],
  2207001: ["content-rejected", "takes the post for spam. Change the text, and wait some hours."],
  2207003: NOT_FETCHED, 2207052: NOT_FETCHED, 2207004: PICTURE, 2207005: PICTURE, 2207009: PICTURE, 36003: PICTURE, 36001: PICTURE, 2207026: VIDEO,
  2207010: ["content-invalid", "finds the text too long. Shorten it."],
  2207008: RAN_OUT, 2207020: RAN_OUT,
  2207042: ["rate-limited", "lets the account publish no more today. The desk tries again by itself."],
  2207050: ["permission", "has restricted the account. Open the app and see what it asks for."],
  2207051: ["content-rejected", "has blocked this to protect people there. Wait a day, then look at the text."],
  2207082: TROUBLE, 2207027: ["transient", "is still working on the upload. The desk tries again by itself."],
  // Right after a container is made, Threads may not find it yet.
  4279009: ["transient", "is still working on the upload. The desk tries again by itself."],
  4279013: ["permission", "has restricted the account. Open the app and see what it asks for."],
};

const BY_CODE: Record<number, Known> = {
  190: SIGN_IN, 102: SIGN_IN, 10: NOT_ALLOWED, 3: NOT_ALLOWED,
  4: TOO_MUCH, 9: TOO_MUCH, 17: TOO_MUCH, 32: TOO_MUCH, 613: TOO_MUCH, 1: TROUBLE, 2: TROUBLE,
  368: ["content-rejected", "has blocked the account from posting for a while. Open the app and see why."],
  506: ["content-rejected", "does not take the same text twice in a row. Change a word, or wait."],
};

function knownOf(code: number, subcode = 0): Known | undefined {
  const isPermission = code >= 200 && code < 300, isUsage = code >= 80000 && code < 80100;
  return BY_SUBCODE[subcode] ?? BY_CODE[code] ?? (isPermission ? NOT_ALLOWED : isUsage ? TOO_MUCH : undefined);
}

const errorOf = (answer: Answer): z.infer<typeof failure>["error"] | undefined => answer.is === "answer" && answer.status >= 400 ? failure.safeParse(answer.body).data?.error : undefined;

/** What a number that Meta names an error by means, wherever it was said: also in a container's status. */
export function refusedFor(network: string, code: number, subcode?: number, retryAt?: Date): Refused | undefined {
  const known = knownOf(code, subcode);
  if (!known) return undefined;
  const [kind, says] = known;
  return refused(kind, `${network} ${says}`, { code: subcode ? `${code}/${subcode}` : String(code), ...(kind === "rate-limited" && retryAt ? { retryAt: retryAt.toISOString() } : {}) });
}

export function metaRefusal(answer: Answer, now: Date, network: string): Refused {
  if (answer.is === "silence") return refusalOf(answer, now, network);
  if (answer.status < 300) return unreadable(network);
  const error = errorOf(answer);
  return (error && refusedFor(network, error.code, error.error_subcode, waitOf(answer.headers, now))) ?? refusalOf(answer, now, network);
}

/** “Unknown error” and “try again later” say nothing about whether it was done, also where the status is 400. */
export function metaCommitRefusal(answer: Answer, now: Date, network: string): Refused | Unknown {
  const general = commitRefusalOf(answer, now, network), error = errorOf(answer);
  if (general.is === "unknown" || !error) return general;
  const isVague = (error.code === 1 || error.code === 2 || error.is_transient === true) && !BY_SUBCODE[error.error_subcode ?? 0];
  return isVague ? { is: "unknown", says: `${network} did not say whether it went out. The desk looks before anything is tried again.` } : metaRefusal(answer, now, network);
}

/** There is no such thing, or it is not for us to see: Meta does not tell these apart. */
export function isMissing(answer: Answer): boolean {
  const error = errorOf(answer);
  return error?.code === 803 || (error?.code === 100 && error.error_subcode === 33) || (error === undefined && answer.is === "answer" && answer.status === 404);
}

const usage = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().catch(0) })));

/** Meta names the wait in minutes, in a header of its own. */
function waitOf(headers: Headers, now: Date): Date {
  const given = headers.get("x-business-use-case-usage");
  if (given === null) return resetOf(headers, now);
  const read = usage.safeParse(parsed(given)).data ?? {}, minutes = Math.max(0, ...Object.values(read).flat().map((one) => one.estimated_time_to_regain_access));
  return minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : resetOf(headers, now);
}

function parsed(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return null; }
}
