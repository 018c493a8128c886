/** What a network asks for beside the text, as data. `id` is the word by which its module reads the answer. */
import type { Channel, NetworkId } from "../practices.ts";

export interface SettingChoice { value: string; label: string }
/** Where it is chosen `eachTime`, no post may begin with an answer. */
interface Named { id: string; label: string; help?: string; eachTime?: true }

/** One of several. Where `choices` is “account”, the account says which there are, each time that it is asked what it may do. */
export interface ChoiceSetting extends Named { kind: "choice"; choices: readonly SettingChoice[] | "account"; /** Nothing goes out there before somebody has chosen. */ isRequired: boolean; /** What the gate's button says until then. */ ask?: string }
/** On or off, and off where nobody has said. */
export interface SwitchSetting extends Named { kind: "switch" }
/** Words of the practice's own that the public reads: they are checked like the text. */
export interface WordsSetting extends Named { kind: "words"; most: number }
export type Setting = ChoiceSetting | SwitchSetting | WordsSetting;

export type Answers = Readonly<Channel["usual"]>;

const YES_OR_NO: readonly SettingChoice[] = [{ value: "no", label: "No" }, { value: "yes", label: "Yes" }];

export const settings: Readonly<Record<NetworkId, readonly Setting[]>> = {
  facebook: [], instagram: [], threads: [], linkedin: [], manual: [], rehearsal: [],
  bluesky: [
    { id: "card", kind: "switch", label: "Show the link as a card", help: "Bluesky reads no page by itself. The card says the post’s title; a post with pictures has none." },
    { id: "label", kind: "choice", label: "Label", help: "People choose whether labelled pictures are shown to them.", isRequired: false, choices: [{ value: "none", label: "None" }, { value: "graphic-media", label: "Graphic, such as surgery" }, { value: "nudity", label: "Nudity, not sexual" }] },
  ],
  mastodon: [
    { id: "visibility", kind: "choice", label: "Who sees it", isRequired: false, choices: [{ value: "public", label: "Everyone" }, { value: "unlisted", label: "Everyone, but not in public timelines" }, { value: "private", label: "Followers only" }] },
    { id: "warning", kind: "words", label: "Content warning", help: "Stands above the post, which opens when one presses it. It is checked like the text.", most: 200 },
    { id: "sensitive", kind: "switch", label: "Blur the pictures until one presses them" },
  ],
  x: [
    { id: "reply_settings", kind: "choice", label: "Who may reply", isRequired: false, choices: [{ value: "everyone", label: "Everyone" }, { value: "following", label: "Accounts that you follow" }, { value: "mentionedUsers", label: "Only those mentioned" }, { value: "verified", label: "Verified accounts" }] },
    { id: "paid_partnership", kind: "switch", label: "Paid partnership", help: "X’s own mark for a post that somebody paid for." },
    { id: "made_with_ai", kind: "switch", label: "Made with AI", help: "X’s own mark for pictures and videos that a machine made." },
  ],
  youtube: [
    { id: "privacyStatus", kind: "choice", label: "Who sees the video", isRequired: true, ask: "Choose who sees it", choices: [{ value: "public", label: "Everyone" }, { value: "unlisted", label: "Whoever has the link" }, { value: "private", label: "Only you" }] },
    { id: "madeForKids", kind: "choice", label: "Is it made for children?", help: "The law on children’s privacy asks the channel to say so for each video.", isRequired: true, ask: "Say if it is for children", choices: YES_OR_NO },
  ],
  tiktok: [
    { id: "privacy", kind: "choice", eachTime: true, label: "Who sees it", help: "TikTok allows no choice made beforehand.", isRequired: true, ask: "Choose who sees it", choices: "account" },
    { id: "comment", kind: "switch", eachTime: true, label: "Allow comments" },
    { id: "duet", kind: "switch", eachTime: true, label: "Allow duets" },
    { id: "stitch", kind: "switch", eachTime: true, label: "Allow stitches" },
    { id: "yourBrand", kind: "switch", eachTime: true, label: "It promotes the practice itself", help: "TikTok labels it “Promotional content”." },
    { id: "brandedContent", kind: "switch", eachTime: true, label: "It promotes somebody else, who pays for it", help: "TikTok labels it “Paid partnership”." },
  ],
  "google-business": [
    { id: "action", kind: "choice", label: "Button", help: "Each but “Call” leads to the post’s link.", isRequired: false, choices: [{ value: "none", label: "No button" }, { value: "LEARN_MORE", label: "Learn more" }, { value: "BOOK", label: "Book" }, { value: "SIGN_UP", label: "Sign up" }, { value: "ORDER", label: "Order online" }, { value: "SHOP", label: "Buy" }, { value: "CALL", label: "Call" }] },
  ],
  pinterest: [
    { id: "board", kind: "choice", label: "Board", isRequired: true, ask: "Choose a board", choices: "account" },
  ],
};

/** Whether the answer is one that the network's module takes. What only the account knows is judged there. */
export function isAnswered(setting: ChoiceSetting, answers: Answers): boolean {
  const answer = answers[setting.id];
  return typeof answer === "string" && answer !== "" && (setting.choices === "account" || setting.choices.some(({ value }) => value === answer));
}

/** The required ones that nobody has answered. */
export const unansweredOf = (network: NetworkId, answers: Answers): ChoiceSetting[] =>
  settings[network].filter((setting) => setting.kind === "choice").filter((setting) => setting.isRequired && !isAnswered(setting, answers));

/** Of these answers, those that a new post on such a channel may begin with: no words, since words are checked with their post, and nothing that is chosen each time. */
export function usualOf(network: NetworkId, answers: Answers): Channel["usual"] {
  const may = settings[network].filter((one) => !one.eachTime && (one.kind === "switch" ? answers[one.id] === true : one.kind === "choice" && isAnswered(one, answers)));
  return Object.fromEntries(may.map(({ id }) => [id, answers[id]!]));
}
