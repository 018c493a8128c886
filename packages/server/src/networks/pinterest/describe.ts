/** What the account may do, and the boards that a pin can go to. */
import * as z from "zod/mini";
import { isGood } from "../ask.ts";
import type { Ability, Described, Network } from "../network.ts";
import type { Refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { askPinterest, refusalHere } from "./api.ts";
import { SCOPES } from "./connect.ts";

const ABILITIES: Ability[] = ["publish", "pictures", "video", "remove", "metrics"];
const MOST_PAGES = 20;

export const describe: Network["describe"] = async (session) => {
  const who = await askPinterest(session, "/user_account");
  if (!isGood(who)) return refusalHere(who, session.now());
  const boards = await boardsOf(session);
  if (!Array.isArray(boards)) return boards;
  const { scopes } = session.credentials, isMissing = scopes.length > 0 && SCOPES.some((scope) => !scopes.includes(scope)), missing: Described["missing"] = [];
  if (isMissing) missing.push(...ABILITIES.map((ability) => ({ ability, why: "The sign-in does not allow boards and pins.", next: "Sign in again and allow everything that Pinterest lists." })));
  else if (boards.length === 0) missing.push({ ability: "publish", why: "The account has no board, and every pin is on one.", next: "Make a board on Pinterest, then test the connection again." });
  const notes = [
    "While the app at Pinterest has trial access, only you see the pins that it makes; ask Pinterest for standard access.",
    "Pinterest lets no app read or answer comments; answer them on Pinterest itself.",
    "Several pictures in one pin should have the same size.",
  ];
  return { is: "described", can: ABILITIES.filter((ability) => !missing.some((one) => one.ability === ability)), missing, notes, choices: { board: boards } };
};

async function boardsOf(session: Session): Promise<{ value: string; label: string }[] | Refused> {
  const boards: { value: string; label: string }[] = [];
  let bookmark: string | null | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askPinterest(session, `/boards?${new URLSearchParams({ page_size: "250", ...(bookmark && { bookmark }) }).toString()}`), told = isGood(answer) ? reply.safeParse(answer.body) : undefined;
    if (!told?.success) return refusalHere(answer, session.now());
    for (const { id, name, is_ads_only: isAdsOnly } of told.data.items) if (!isAdsOnly) boards.push({ value: id, label: name });
    bookmark = told.data.bookmark;
    if (!bookmark) break;
  }
  return boards;
}

const reply = z.object({ bookmark: z.nullish(z.string()), items: z.array(z.object({ id: z.string(), name: z.string(), is_ads_only: z.optional(z.boolean()) })) });
