/** How Google's interfaces word a refusal: a reason in one of two places, and for quotas how much there is. */
import { Temporal } from "temporal-polyfill";
import { type Answer, commitRefusalOf, refusalOf, resetOf } from "../ask.ts";
import { type Refused, type Unknown, refused, type RefusalKind } from "../outcome.ts";

interface Body { error?: { status?: string; errors?: { reason?: string }[]; details?: { reason?: string; metadata?: Record<string, string> }[] } }

/** The older interfaces put the reason in `errors`, the newer ones in `details` and `status`. */
export function reasonsOf(body: unknown): { reasons: string[]; quota: string | undefined } {
  const error = typeof body === "object" && body !== null ? (body as Body).error : undefined;
  const details = Array.isArray(error?.details) ? error.details : [], errors = Array.isArray(error?.errors) ? error.errors : [];
  return {
    reasons: [...errors.map(({ reason }) => reason), ...details.map(({ reason }) => reason), error?.status].filter((reason) => typeof reason === "string"),
    quota: details.map(({ metadata }) => metadata?.["quota_limit_value"]).find((value) => value !== undefined),
  };
}

type Known = readonly [RefusalKind, (network: string) => string];
const usual: Record<string, Known> = {
  insufficientPermissions: ["permission", (network) => `The sign-in does not include everything that ${network} asks for. Sign in again and tick every box.`],
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: ["permission", (network) => `The sign-in does not include everything that ${network} asks for. Sign in again and tick every box.`],
  accessNotConfigured: ["permission", (network) => `The developer app’s project has the interface of ${network} switched off. Enable it in the Google Cloud console.`],
  SERVICE_DISABLED: ["permission", (network) => `The developer app’s project has the interface of ${network} switched off. Enable it in the Google Cloud console.`],
};

/** `own` are the reasons that only this interface knows. */
export function googleRefusal(answer: Answer, now: Date, network: string, own: Record<string, Known> = {}): Refused {
  if (answer.is === "silence" || answer.status >= 500) return refusalOf(answer, now, network);
  const { reasons, quota } = reasonsOf(answer.body), says = { ...usual, ...own };
  if (quota === "0") return refused("permission", `Google has not opened the interface of ${network} to the developer app. Apply for access with Google’s form, then test the connection.`, { code: "quota-0" });
  for (const reason of reasons) {
    const known = Object.hasOwn(says, reason) ? says[reason] : undefined;
    if (known) return refused(known[0], known[1](network), { code: reason });
    if (/^(quota|dailyLimit)Exceeded/.test(reason)) return refused("rate-limited", `The developer app has used up today’s quota at ${network}. The desk tries again after midnight in California.`, { code: reason, retryAt: nextQuotaDay(now) });
    if (/rateLimitExceeded$|RATE_LIMIT_EXCEEDED|RESOURCE_EXHAUSTED/i.test(reason)) return refused("rate-limited", `${network} asks to wait. The desk tries again by itself.`, { code: reason, retryAt: resetOf(answer.headers, now).toISOString() });
  }
  return refusalOf(answer, now, network);
}

/** The same for the irreversible call: whatever may have arrived stays unknown. */
export function googleCommitRefusal(answer: Answer, now: Date, network: string, own?: Record<string, Known>): Refused | Unknown {
  const usually = commitRefusalOf(answer, now, network);
  return usually.is === "unknown" ? usually : googleRefusal(answer, now, network, own);
}

/** Daily quotas are counted by the day of California. */
function nextQuotaDay(now: Date): string {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO("America/Los_Angeles").startOfDay();
  return new Date(day.add({ days: 1 }).epochMilliseconds).toISOString();
}
