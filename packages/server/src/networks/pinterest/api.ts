/** Pinterest's interface: where it is, how it is asked, what its refusals mean. */
import { type Answer, ask, commitRefusalOf, refusalOf } from "../ask.ts";
import { refused, type Refused, type Unknown } from "../outcome.ts";
import type { Session } from "../session.ts";

/** Version 5, as described in 5.23.0 of 2025-12. */
export const API = "https://api.pinterest.com/v5";
const NAME = "Pinterest";

export const askPinterest = ({ fetch, credentials }: Pick<Session, "fetch" | "credentials">, path: string, init: { method?: string; json?: object } = {}): Promise<Answer> =>
  ask(fetch, `${API}${path}`, { method: init.method ?? "GET", headers: { authorization: `Bearer ${credentials.access}`, ...(init.json && { "content-type": "application/json" }) }, ...(init.json && { body: JSON.stringify(init.json) }) });

export const refusalHere = (answer: Answer, now: Date): Refused => refusalOf(answer, now, NAME);

/** Its own codes are few and not documented for pins; the status says enough. Its words may repeat the pin. */
export function commitRefusalHere(answer: Answer, now: Date): Refused | Unknown {
  if (answer.is === "answer" && answer.status === 404) return refused("content-invalid", "The board is not there any more. Choose another one for this post.", { code: "404" });
  return commitRefusalOf(answer, now, NAME);
}
