/** Whose posts a sign-in opens: the person's own, and those of the pages that they look after. */
import { ask, isGood } from "../ask.ts";
import type { Asking } from "../connect.ts";
import type { Refused } from "../outcome.ts";
import type { Account, Credentials } from "../session.ts";
import { call, inPath } from "./call.ts";
import { linkedinRefusal } from "./errors.ts";

/** The roles that may post in a page's name. */
const MAY_POST = new Set(["ADMINISTRATOR", "CONTENT_ADMINISTRATOR", "CONTENT_ADMIN", "DIRECT_SPONSORED_CONTENT_POSTER"]);

export async function accountsOf(asking: Asking, credentials: Credentials): Promise<Account[] | Refused> {
  const member = await memberOf(asking, credentials);
  if ("is" in member) return member;
  if (!credentials.scopes.includes("rw_organization_admin")) return [member];
  const pages = await pagesOf(asking, credentials.access);
  if (!Array.isArray(pages)) return pages;
  const named = await Promise.all(pages.map((urn) => pageOf(asking, credentials.access, urn)));
  return [...named, member];
}

const accountOf = (urn: string, name: string, handle: string, url: string | null): Account => ({ id: urn, name, handle, url, host: null, more: { urn } });

/** Each of the two products has its own way to say who somebody is. */
export async function memberOf({ fetch, now }: Asking, { access, scopes }: Credentials): Promise<Account | Refused> {
  const path = scopes.includes("openid") ? "userinfo" : "me";
  const answer = await ask(fetch, `https://api.linkedin.com/v2/${path}`, { headers: { authorization: `Bearer ${access}` } });
  if (!isGood(answer)) return linkedinRefusal(answer, now());
  const body = answer.body as { sub?: string; name?: string; id?: string; localizedFirstName?: string; localizedLastName?: string; vanityName?: string };
  const name = body.name ?? [body.localizedFirstName, body.localizedLastName].filter(Boolean).join(" ");
  return accountOf(`urn:li:person:${body.sub ?? body.id}`, name, body.vanityName ?? "", body.vanityName ? `https://www.linkedin.com/in/${body.vanityName}/` : null);
}

export async function pagesOf({ fetch, now }: Asking, access: string): Promise<string[] | Refused> {
  const answer = await call({ fetch, access }, "GET", "/organizationAcls?q=roleAssignee&state=APPROVED&count=100");
  if (!isGood(answer)) return linkedinRefusal(answer, now());
  const { elements = [] } = answer.body as { elements?: { role: string; state: string; organization: string }[] };
  return [...new Set(elements.filter(({ role, state }) => state === "APPROVED" && MAY_POST.has(role)).map(({ organization }) => organization))];
}

/** A page whose name cannot be read is still a page. */
async function pageOf({ fetch }: Asking, access: string, urn: string): Promise<Account> {
  const id = urn.split(":").at(-1)!, answer = await call({ fetch, access }, "GET", `/organizations/${inPath(id)}`);
  const body = isGood(answer) ? answer.body as { localizedName?: string; vanityName?: string } : {};
  return accountOf(urn, body.localizedName ?? `LinkedIn page ${id}`, body.vanityName ?? "", `https://www.linkedin.com/company/${body.vanityName ?? id}/`);
}
