/** Who a handle is, and which server keeps the account. Nothing is assumed: handle → identity → document → server, each read from where it is kept. */
import { z } from "zod";
import { ask, isGood } from "../ask.ts";
import type { Asking } from "../connect.ts";
import { type Refused, refused } from "../outcome.ts";
import { clientAt, hear } from "./client.ts";

export const DIRECTORY = "https://plc.directory", APP_VIEW = "https://public.api.bsky.app";

export interface Identity { is: "identity"; did: string; host: string }

const document = z.object({
  id: z.string(),
  alsoKnownAs: z.array(z.string()).default([]),
  service: z.array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.string() }).or(z.unknown())).default([]),
});

const HANDLE = /^([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const DID = /^did:(plc:[a-z2-7]{24}|web:[a-z0-9.-]+)$/;

/** As people write it: with an at sign, in capitals, with spaces around it or invisible signs that come along when it is copied. */
export const cleaned = (typed: string): string => typed.replace(/[\p{Cf}\s]/gu, "").replace(/^@/, "").toLowerCase();
export const isIdentifier = (name: string): boolean => HANDLE.test(name) || DID.test(name);

export async function identify(asking: Asking, name: string): Promise<Identity | Refused> {
  const did = DID.test(name) ? name : await didOf(asking, name);
  if (did === null) return refused("content-invalid", "Nobody on Bluesky goes by this handle. Look at it in your profile, and type it with its dots.");
  const answer = await ask(asking.fetch, did.startsWith("did:web:") ? `https://${did.slice("did:web:".length)}/.well-known/did.json` : `${DIRECTORY}/${did}`);
  const read = isGood(answer) ? document.safeParse(answer.body) : undefined;
  if (!read?.success || read.data.id !== did) return refused("transient", "The directory of Bluesky's accounts could not be read. Try again in a minute, or name your server.");
  // A handle is only one's own when the account says so too.
  if (name !== did && !read.data.alsoKnownAs.includes(`at://${name}`)) return refused("content-invalid", "This handle points to an account that goes by another one. Look at it in your profile.");
  const host = hostIn(read.data);
  return host ? { is: "identity", did, host } : refused("content-invalid", "This account names no server that keeps it. Name your server.");
}

/** The network's own view knows handles that are kept in DNS too; a web site may say it itself. */
async function didOf({ fetch }: Asking, handle: string): Promise<string | null> {
  const heard = await hear((await clientAt(APP_VIEW, fetch)).com.atproto.identity.resolveHandle({ handle }));
  if (heard.is === "good" && DID.test(heard.result.did)) return heard.result.did;
  const answer = await ask(fetch, `https://${handle}/.well-known/atproto-did`);
  const said = isGood(answer) && typeof answer.body === "string" ? answer.body.trim() : "";
  return DID.test(said) ? said : null;
}

const service = z.object({ id: z.string().regex(/(^|.)#atproto_pds$/), type: z.literal("AtprotoPersonalDataServer"), serviceEndpoint: z.url() });

function hostIn({ service: services }: z.infer<typeof document>): string | null {
  const found = services.map((one) => service.safeParse(one)).find(({ success }) => success);
  return found?.success ? new URL(found.data.serviceEndpoint).origin : null;
}
