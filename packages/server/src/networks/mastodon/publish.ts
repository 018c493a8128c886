/** The one call that everybody sees. */
import type { mastodon } from "masto";
import type { Network, Remote } from "../network.ts";
import type { Committed, Unknown } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { clientOf, tried } from "./client.ts";
import { commitRefusalHere } from "./errors.ts";
import { mediaIdsOf } from "./media.ts";

export const commit: Network["commit"] = async (session, outgoing, prepared) => {
  const ended = await tried(clientOf(session).v1.statuses.create(postOf(outgoing, mediaIdsOf(prepared)), once(outgoing.key)));
  return ended.is === "done" ? sent(ended.value) : commitRefusalHere(ended, session.now());
};

/** The server remembers the key for an hour and answers a second try with the first post. */
export const once = (key: string): { requestInit: RequestInit } => ({ requestInit: { headers: { "Idempotency-Key": key } } });

function postOf({ text, language, settings: { visibility, warning, sensitive } }: Outgoing, mediaIds: string[]): mastodon.rest.v1.CreateStatusParams {
  const chosen = VISIBLE.find((one) => one === visibility) ?? "public", spoilerText = typeof warning === "string" ? warning.trim() : "";
  const post = { status: text, visibility: chosen, language: language.split("-")[0]!, sensitive: sensitive === true || spoilerText !== "", ...(spoilerText && { spoilerText }) };
  return mediaIds.length > 0 ? { ...post, mediaIds } : post;
}
const VISIBLE = ["public", "unlisted", "private"] as const;

/** An answer without a name leaves open what happened. */
export const sent = (status: mastodon.v1.Status | undefined): Committed | Unknown => status?.id ? { is: "committed", remote: remoteOf(status) }
  : { is: "unknown", says: "The server answered without saying which post it made. The desk looks before anything is tried again." };

export const remoteOf = ({ id, url, uri }: mastodon.v1.Status): Remote => ({ id: String(id), url: url ?? uri ?? null });
