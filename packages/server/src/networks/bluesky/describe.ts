/** What the account may do today, asked of its server. */
import type { Ability, Described } from "../network.ts";
import type { Refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { clientOf, hear } from "./client.ts";
import { OWN_PASSWORD_SCOPE } from "./connect.ts";
import { refusalFrom } from "./errors.ts";
import { LIMITS } from "./prepare.ts";
import { NO_VIEW } from "./view.ts";

const WRITING: Ability[] = ["publish", "pictures", "video", "remove"], WATCHING: Ability[] = ["read", "reply", "metrics"];

export async function describe(session: Session): Promise<Described | Refused> {
  const client = await clientOf(session), heard = await hear(client.com.atproto.server.getSession());
  if (heard.is === "bad") return refusalFrom(heard, session.now());
  const isActive = heard.result.active !== false, sees = await hear(client.app.bsky.notification.getUnreadCount());
  const missing = [
    ...(isActive ? [] : WRITING.map((ability) => ({ ability, why: "Bluesky says that this account is closed or set aside.", next: "Sign in on Bluesky to see why." }))),
    ...(sees.is === "good" ? [] : WATCHING.map((ability) => ({ ability, ...NO_VIEW }))),
  ];
  const { characters, pictures, pictureBytes, videoBytes, altText } = LIMITS;
  return {
    is: "described", can: [...WRITING, ...WATCHING].filter((ability) => missing.every((one) => one.ability !== ability)), missing,
    limits: { characters, pictures, pictureBytes, videoBytes, altText }, notes: notesFor(session, heard.result.emailConfirmed === false),
  };
}

function notesFor({ credentials }: Session, hasUnconfirmedAddress: boolean): string[] {
  return [
    "A post on Bluesky cannot be changed afterwards, only taken away.",
    "Everybody can read it, with or without an account.",
    "Bluesky prepares a video when the post is out, so it may play only after a few minutes.",
    ...(hasUnconfirmedAddress ? ["The account's e-mail address is not confirmed, and Bluesky shows no videos until it is: confirm it in Bluesky's settings."] : []),
    ...(credentials.scopes.includes(OWN_PASSWORD_SCOPE) ? ["You signed in with the account's own password; an app password does less and can be withdrawn by itself."] : []),
  ];
}
