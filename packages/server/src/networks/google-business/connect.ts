/** Which locations a sign-in opens: each is a channel. */
import { isGood } from "../ask.ts";
import type { Asking } from "../connect.ts";
import { call, type Signed } from "../google/call.ts";
import { googleRefusal } from "../google/errors.ts";
import { googleConnect } from "../google/oauth.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Account } from "../session.ts";
import { ACCOUNTS, LOCATIONS, type Location, NAME, READ_MASK, SCOPE } from "./api.ts";

export const connect = googleConnect(NAME, [SCOPE], accountsOf);

async function accountsOf(asking: Asking, access: string): Promise<Account[] | Refused> {
  const signed = { fetch: asking.fetch, access }, found: Account[] = [];
  const accounts = await all<{ name: string }>(signed, asking.now(), `${ACCOUNTS}/accounts`, "accounts", { pageSize: "20" });
  if (!Array.isArray(accounts)) return accounts;
  for (const { name } of accounts) {
    const locations = await all<Location>(signed, asking.now(), `${LOCATIONS}/${name}/locations`, "locations", { readMask: READ_MASK, pageSize: "100" });
    if (!Array.isArray(locations)) return locations;
    found.push(...locations.map((location) => accountOf(name, location)));
  }
  return found.length > 0 ? found : refused("permission", "This Google account manages no business location. Sign in with the account that does.");
}

/** The newer interfaces say `locations/2`, the older one `accounts/1/locations/2`: both are kept. */
const accountOf = (account: string, { name, title = NAME, metadata }: Location): Account =>
  ({ id: `${account}/${name}`, name: title, handle: title, url: metadata?.mapsUri ?? null, host: null, more: { account, location: name } });

const MOST_PAGES = 20;

async function all<T>(signed: Signed, now: Date, address: string, field: string, query: Record<string, string>): Promise<T[] | Refused> {
  const found: T[] = [];
  let pageToken = "";
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await call(signed, "GET", address, { query: pageToken ? { ...query, pageToken } : query });
    if (!isGood(answer)) return googleRefusal(answer, now, NAME);
    const body = answer.body as Record<string, T[] | undefined> & { nextPageToken?: string };
    found.push(...(body[field] ?? []));
    if (!body.nextPageToken) break;
    pageToken = body.nextPageToken;
  }
  return found;
}
