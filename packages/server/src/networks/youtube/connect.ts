/** Which channel a sign-in opens, and what it may do today. */
import { isGood } from "../ask.ts";
import type { Asking } from "../connect.ts";
import { call, signed } from "../google/call.ts";
import { googleConnect } from "../google/oauth.ts";
import type { Ability, Network } from "../network.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Account } from "../session.ts";
import { API, type Listed, NAME, SCOPES } from "./api.ts";
import { refusalFrom } from "./errors.ts";

interface Channel { id: string; snippet?: { title?: string; customUrl?: string }; status?: { longUploadsStatus?: string } }

export const connect = googleConnect(NAME, Object.values(SCOPES), accountsOf);

async function accountsOf(asking: Asking, access: string): Promise<Account[] | Refused> {
  const answer = await call({ fetch: asking.fetch, access }, "GET", `${API}/channels`, { query: { part: "snippet", mine: "true" } });
  if (!isGood(answer)) return refusalFrom(answer, asking.now());
  const { items = [] } = answer.body as Listed<Channel>;
  if (items.length === 0) return refused("permission", "This Google account has no YouTube channel. Create one, or sign in with the account that has.");
  return items.map(({ id, snippet }) => ({ id, name: snippet?.title ?? NAME, handle: snippet?.customUrl ?? "", url: `https://www.youtube.com/channel/${id}`, host: null, more: {} }));
}

const NEEDS: Record<Exclude<Ability, "pictures">, string> = { publish: SCOPES.upload, video: SCOPES.upload, read: SCOPES.manage, reply: SCOPES.manage, remove: SCOPES.manage, metrics: SCOPES.read };

export const describe: Network["describe"] = async (session) => {
  const answer = await call(signed(session), "GET", `${API}/channels`, { query: { part: "snippet,status", mine: "true" } });
  if (!isGood(answer)) return refusalFrom(answer, session.now());
  const channel = (answer.body as Listed<Channel>).items?.find(({ id }) => id === session.account.id);
  if (!channel) return refused("auth", "The sign-in no longer opens this channel. Sign in again.");
  const abilities = Object.entries(NEEDS) as [Ability, string][], { scopes } = session.credentials;
  return {
    is: "described",
    can: abilities.filter(([, scope]) => scopes.includes(scope)).map(([ability]) => ability),
    missing: abilities.filter(([, scope]) => !scopes.includes(scope)).map(([ability]) => ({ ability, why: "It was not ticked when the channel was connected.", next: "Sign in again and tick every box." })),
    notes: [
      "Until Google has audited the developer app, YouTube keeps everything that it uploads private; make a video public in YouTube Studio, or ask for the audit.",
      "A developer app may upload 100 videos a day, over all of its channels.",
      ...channel.status?.longUploadsStatus === "allowed" ? [] : ["The channel may not upload more than 15 minutes until its telephone number is verified at YouTube."],
    ],
  };
};
