/** What an account may do at X today, and what it costs. */
import { isGood } from "../ask.ts";
import type { Ability, Described } from "../network.ts";
import type { Refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { call, signed } from "./call.ts";
import { xRefusal } from "./errors.ts";
import type { User } from "./posts.ts";

const NEEDS: Record<Ability, string> = { publish: "tweet.write", pictures: "media.write", video: "media.write", read: "tweet.read", reply: "tweet.write", remove: "tweet.write", metrics: "tweet.read" };

export async function describe(session: Session): Promise<Described | Refused> {
  const answer = await call(signed(session), "GET", "/users/me", { query: { "user.fields": "protected" } });
  if (!isGood(answer)) return xRefusal(answer, session.now());
  const { data } = answer.body as { data: User }, abilities = Object.keys(NEEDS) as Ability[], has = (ability: Ability): boolean => session.credentials.scopes.includes(NEEDS[ability]);
  return {
    is: "described", can: abilities.filter(has),
    missing: abilities.filter((ability) => !has(ability)).map((ability) => ({ ability, why: `The sign-in does not include “${NEEDS[ability]}”.`, next: "Sign in again and allow everything that X asks for." })),
    notes: [
      "X charges the developer app for each post: $0.015, and $0.20 when there is a web address in it.",
      "X lets an app answer only people who mentioned the account or quoted it.",
      ...(data.protected ? ["The account’s posts are protected, so only its followers see them."] : []),
    ],
  };
}
