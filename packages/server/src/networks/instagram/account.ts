/** The two ways in, and what each is asked with: through the Facebook Page that the account is linked to, or with Instagram's own login. */
import type { Answer } from "../ask.ts";
import { metaRefusal } from "../meta/errors.ts";
import { FACEBOOK, type Graph, graphOf } from "../meta/graph.ts";
import type { Refused } from "../outcome.ts";
import type { Account, Session } from "../session.ts";

/** Both hosts keep the same versions. */
export const INSTAGRAM = "https://graph.instagram.com/v25.0";

export const isByFacebook = ({ more }: Pick<Account, "more">): boolean => more.login === "facebook";
export const accountGraph = (session: Session): Graph => graphOf(session, isByFacebook(session.account) ? FACEBOOK : INSTAGRAM, "Instagram");
export const refusalFor = (answer: Answer, { now }: Graph): Refused => metaRefusal(answer, now, "Instagram");
