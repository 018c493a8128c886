/** What this account may do on its server, and what the server takes. */
import * as z from "zod/mini";
import { isGood } from "../ask.ts";
import type { Ability, Described, Network } from "../network.ts";
import { askHere } from "./client.ts";
import { refusalHere } from "./errors.ts";

const NEEDS: Partial<Record<Ability, { scope: string; why: string }>> = {
  publish: { scope: "write:statuses", why: "The sign-in does not allow posting." },
  pictures: { scope: "write:media", why: "The sign-in does not allow pictures." },
  video: { scope: "write:media", why: "The sign-in does not allow videos." },
  read: { scope: "read:notifications", why: "The sign-in does not allow reading mentions." },
  reply: { scope: "write:statuses", why: "The sign-in does not allow replies." },
  remove: { scope: "write:statuses", why: "The sign-in does not allow taking posts down." },
  metrics: { scope: "read:statuses", why: "The sign-in does not allow reading figures." },
};

export const describe: Network["describe"] = async (session) => {
  const who = await askHere(session, "/api/v1/accounts/verify_credentials");
  if (!isGood(who)) return refusalHere(who, session.now());
  const { scopes } = session.credentials, can: Ability[] = [], missing: Described["missing"] = [];
  for (const [ability, { scope, why }] of Object.entries(NEEDS) as [Ability, { scope: string; why: string }][]) {
    if (allows(scopes, scope)) can.push(ability);
    else missing.push({ ability, why, next: "Sign in again and allow everything that the server's page lists." });
  }
  const limits = await limitsOf(session);
  const notes = ["A post for followers only is not seen by the public, and whoever runs a server can read every post on it, also private ones."];
  if (!limits) notes.push("The server does not say how long a post may be, so the usual 500 characters count.");
  return { is: "described", can, missing, notes, ...(limits && { limits }) };
};

/** `write` holds `write:media`; a token that names no scope was made by hand, and the server decides. */
const allows = (granted: readonly string[], scope: string): boolean => granted.length === 0 || granted.includes(scope) || granted.includes(scope.split(":")[0]!);

/** The second version of this page is from 4.0; what servers that are not Mastodon leave out stays as usual. */
async function limitsOf(session: Parameters<Network["describe"]>[0]): Promise<Described["limits"] | undefined> {
  for (const path of ["/api/v2/instance", "/api/v1/instance"]) {
    const answer = await askHere(session, path), told = isGood(answer) ? instance.safeParse(answer.body) : undefined;
    if (!told?.success) continue;
    const { statuses: { max_characters: characters, max_media_attachments: pictures, characters_reserved_per_url: charactersPerLink } = {}, media_attachments: { image_size_limit: pictureBytes, video_size_limit: videoBytes, description_limit: altText } = {} } = told.data.configuration;
    const limits = { characters, pictures, charactersPerLink, pictureBytes, videoBytes, altText };
    return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== undefined));
  }
  return undefined;
}

const limit = z.optional(z.int().check(z.positive()));
const instance = z.object({ configuration: z.object({
  statuses: z.optional(z.object({ max_characters: limit, max_media_attachments: limit, characters_reserved_per_url: limit })),
  media_attachments: z.optional(z.object({ image_size_limit: limit, video_size_limit: limit, description_limit: limit })),
}) });
