/** What the account allows right now. TikTok wants it asked when somebody writes and again before posting, and never kept. */
import type { Network } from "../network.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { call, dataOf, refusalFrom } from "./api.ts";

export interface Creator {
  creator_username?: string; creator_nickname?: string; privacy_level_options?: string[];
  comment_disabled?: boolean; duet_disabled?: boolean; stitch_disabled?: boolean; max_video_post_duration_sec?: number;
}

export async function creatorOf(session: Pick<Session, "fetch" | "credentials">, now: Date): Promise<{ is: "creator"; info: Creator } | Refused> {
  const answer = await call(session, "/post/publish/creator_info/query/"), info = dataOf<Creator>(answer);
  return info ? { is: "creator", info } : refusalFrom(answer, now);
}

const LABELS: Record<string, string> = { PUBLIC_TO_EVERYONE: "Everyone", MUTUAL_FOLLOW_FRIENDS: "Friends", FOLLOWER_OF_CREATOR: "Followers", SELF_ONLY: "Only me" };

export const describe: Network["describe"] = async (session) => {
  const creator = await creatorOf(session, session.now());
  if (creator.is === "refused") return creator;
  const { privacy_level_options: options = [], comment_disabled, duet_disabled, stitch_disabled, max_video_post_duration_sec: seconds } = creator.info, mayList = session.credentials.scopes.includes("video.list");
  const off = [comment_disabled && "comments", duet_disabled && "duets", stitch_disabled && "stitches"].filter(Boolean);
  return {
    is: "described",
    can: ["publish", "pictures", "video", ...mayList ? ["metrics"] as const : []],
    missing: mayList ? [] : [{ ability: "metrics", why: "The sign-in does not include reading the account’s videos.", next: "Sign in again and allow everything." }],
    notes: [
      `You are posting as ${creator.info.creator_nickname ?? session.account.name}; by posting, you agree to TikTok’s Music Usage Confirmation.`,
      "Until TikTok has audited the developer app, only private accounts can post with it, and only they see the posts.",
      "TikTok offers no way to take a post down, or to read and answer comments, from here: use the TikTok app for both.",
      "TikTok fetches pictures from this desk, so its address has to be verified in the developer app’s settings.",
      ...seconds ? [`A video may last up to ${seconds} seconds on this account.`] : [],
      ...off.length > 0 ? [`The account has switched off ${off.join(", ")}.`] : [],
    ],
    choices: { privacy: options.map((value) => ({ value, label: LABELS[value] ?? value })) },
  };
};

/** What was chosen against what the account offers this minute. */
export function chosenWrong({ settings }: Outgoing, { privacy_level_options: options = [] }: Creator): Refused | undefined {
  const privacy = settings["privacy"];
  if (typeof privacy !== "string" || privacy === "") return refused("content-invalid", "TikTok wants a choice of who may see the post. Choose one.");
  if (!options.includes(privacy)) return refused("content-invalid", "The account does not offer this choice of who may see the post. Choose again.");
  if (settings["brandedContent"] === true && privacy === "SELF_ONLY") return refused("content-invalid", "Branded content cannot be for your eyes only. Choose another audience.");
  return undefined;
}

/** The switches start off, so that nothing is allowed that nobody ticked; what the account switched off stays off. */
export function optionsOf({ settings }: Outgoing, { comment_disabled, duet_disabled, stitch_disabled }: Creator, kind: "picture" | "video"): object {
  const isOff = (name: string, byAccount = false): boolean => byAccount || settings[name] !== true;
  return {
    privacy_level: settings["privacy"], disable_comment: isOff("comment", comment_disabled),
    ...kind === "video" ? { disable_duet: isOff("duet", duet_disabled), disable_stitch: isOff("stitch", stitch_disabled) } : { auto_add_music: false },
    brand_content_toggle: settings["brandedContent"] === true, brand_organic_toggle: settings["yourBrand"] === true,
  };
}
