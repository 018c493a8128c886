/** What others do is known to the network's view only, which a server asks on our behalf; a server may have nobody to ask. */
import { type Refused, refused } from "../outcome.ts";
import type { Heard } from "./client.ts";
import { refusalFrom } from "./errors.ts";

export const NO_VIEW = { why: "This account's server cannot see what others say on Bluesky.", next: "Read and answer on Bluesky itself." };

/** How servers without a view say it. A server that cannot reach the view it has may reach it later. */
const SAYS_NONE = new Set(["MethodNotImplemented", "XRPCNotSupported", "NotFound"]);

export function viewRefusalFrom(bad: Extract<Heard<unknown>, { is: "bad" }>, now: Date): Refused {
  const status = bad.answer.is === "answer" ? bad.answer.status : 0;
  return status === 404 || status === 501 || SAYS_NONE.has(bad.error) ? refused("permission", `${NO_VIEW.why} ${NO_VIEW.next}`, { code: bad.error || String(status) }) : refusalFrom(bad, now);
}
