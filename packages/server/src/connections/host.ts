/** The server that a person names, such as mastodon.social: brought into one form, and asked for only where the desk may call it. */
import type { Desk } from "../desk.ts";
import { Refusal } from "../http/refusal.ts";
import { whyNot } from "../http/reachable.ts";

/** `https://…` without a slash at its end. Plain http stays only where the operator lets private hosts be called. */
export function hostOf({ config }: Pick<Desk, "config">, given: string, at: string): string {
  const text = given.trim(), url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === "" || !URL.canParse(url)) throw new Refusal("invalid-request", { errors: [{ at, says: "must be the name of a server, such as mastodon.social" }] });
  const { origin } = new URL(url), reason = whyNot(url, config.allowPrivateHosts);
  if (reason) throw new Refusal("forbidden-address", { detail: reason });
  return origin;
}

/** A name says nothing of where it leads: that only shows when it is looked up. Whether the server answers well is for the sign-in to find out. */
export async function mayBeCalled({ networks }: Pick<Desk, "networks">, host: string): Promise<void> {
  try {
    await (await networks.fetch(`${host}/`, { method: "HEAD" })).body?.cancel();
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause.name === "ForbiddenAddress") throw new Refusal("forbidden-address", { detail: cause.message });
  }
}
