/** What an account may do on LinkedIn today. */
import type { Ability, Described } from "../network.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { memberOf, pagesOf } from "./accounts.ts";
import { authorOf, hasScope, isPage } from "./call.ts";
import { mayComment, mayReadComments } from "./inbox.ts";

const REVIEW = "Apply for the product “Community Management API” in LinkedIn’s developer portal, and connect the page instead of the profile.";

export async function describe(session: Session): Promise<Described | Refused> {
  const wrong = isPage(session) ? await pageWrong(session) : await memberWrong(session);
  if (wrong) return wrong;
  const mayPost = hasScope(session, isPage(session) ? "w_organization_social" : "w_member_social");
  const may: Record<Ability, boolean> = { publish: mayPost, pictures: mayPost, video: mayPost, remove: mayPost, read: mayReadComments(session), reply: mayComment(session), metrics: isPage(session) && hasScope(session, "rw_organization_admin") };
  const abilities = Object.keys(may) as Ability[];
  return {
    is: "described", can: abilities.filter((ability) => may[ability]),
    missing: abilities.filter((ability) => !may[ability]).map((ability) => ability === "read" || ability === "reply" || ability === "metrics"
      ? { ability, why: "LinkedIn opens this for pages only, and only to reviewed apps.", next: REVIEW } : { ability, why: "The sign-in does not include posting.", next: "Sign in again and allow everything that LinkedIn asks for." }),
    notes: [
      ...(isPage(session) ? [] : ["LinkedIn does not let the desk read a person’s own posts, so after a cut connection somebody has to look at the profile."]),
      ...(session.credentials.refresh === null ? ["The sign-in lasts about 60 days, and then somebody connects the channel again."] : []),
      "LinkedIn refuses a text that it already has from the account.",
    ],
  };
}

async function memberWrong(session: Session): Promise<Refused | undefined> {
  const member = await memberOf(session, session.credentials);
  return "is" in member ? member : undefined;
}

async function pageWrong(session: Session): Promise<Refused | undefined> {
  const pages = await pagesOf(session, session.credentials.access);
  if (!Array.isArray(pages)) return pages;
  return pages.includes(authorOf(session)) ? undefined : refused("permission", "The person who signed in may no longer post for the page. Have a super admin of the page make them content admin, then test the connection.", { code: "role" });
}
