/** What a person should know of a channel before a post goes there: pure, so that page and desk say the same. Figures change several times a year. */
import twitter from "twitter-text";
import type { DescribedAccount } from "../connections.ts";
import type { Content } from "../posts.ts";
import type { Channel } from "../practices.ts";
import { count, hashtagsOf } from "./count.ts";
import { networks, type Network } from "./networks.ts";
import { outgoing } from "./outgoing.ts";
import { type Answers, unansweredOf } from "./settings.ts";

/** A notice that stops says that the network would refuse the post as it is; the others only tell. */
export interface Notice { id: string; stops: boolean; says: string; /** The setting that it asks for. */ setting?: string }

/** A post as one channel would get it. */
interface Going { title: string; text: string; content: Content; network: Network; answers: Answers; described: DescribedAccount | null }
type Look = (going: Going) => Notice | false | undefined;

const stop = (id: string, says: string): Notice => ({ id, stops: true, says }), tell = (id: string, says: string): Notice => ({ id, stops: false, says });

/** US numbers as people write them, and any with a country code: Google refuses posts with one. */
export const TELEPHONE = /(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\)[-. ]?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])|\+\d{1,3}(?:[-. ()]*\d){7,12}/;

/** Of any network, from what is known of it as data. */
const general: readonly Look[] = [
  ({ network: { name, pictures }, content }) => pictures.video === "must" && content.pictures.length === 0 && stop("video", `${name} takes videos only. Take it off this post, or add a video.`),
  ({ network: { name, pictures }, content }) => pictures.video !== "must" && content.pictures.length < pictures.least && stop("picture", `${name} has no post without a picture. Take it off this post, or add one.`),
  ({ network: { id, name }, content, text, described }) => { const { over, limit, unit } = count(id, text, content.surface, described?.limits["characters"]); return over > 0 && stop("too-long", `${name} takes ${limit} ${unit} here. Shorten the text by ${over}.`); },
  ({ network: { name, pictures }, content, described }) => { const most = described?.limits["pictures"] ?? pictures.most; return content.pictures.length > most && stop("pictures", `${name} takes ${most === 1 ? "one picture" : `${most} pictures`} a post. Leave ${content.pictures.length - most} out.`); },
  ({ network: { name, pictures }, content, described }) => { const most = described?.limits["altText"] ?? pictures.altText; return most > 0 && content.pictures.some(({ alt }) => alt.length > most) && stop("alt-text", `${name} takes ${most} characters of what a picture shows. Shorten it.`); },
  ({ network: { name, title: most }, title }) => most !== undefined && title.length > most && stop("title", `${name} takes a title of ${most} characters. Shorten it.`),
  ({ network: { name, hashtags }, text }) => hashtags.most !== null && hashtagsOf(text).length > hashtags.most && stop("hashtags", `${name} takes ${hashtags.most} hashtags. Leave some out.`),
  ({ network: { name, links }, text }) => !links && hasLink(text) && tell("link", `Nobody can press an address in a text on ${name}: it stands there as plain words.`),
  ({ network: { name, hashtags }, text }) => !hashtags.linked && hashtagsOf(text).length > 0 && tell("plain-hashtags", `Hashtags lead nowhere on ${name}.`),
];

/** Of one network, whoever posts there. */
const own: Partial<Record<Network["id"], readonly Look[]>> = {
  "google-business": [({ text }) => TELEPHONE.test(text) && stop("telephone", "Google rejects posts with a telephone number in them. Take the number out and choose the button “Call”.")],
  threads: [({ text }) => hashtagsOf(text).length > 1 && tell("topic", "Threads makes the first hashtag the topic; the others stay plain words.")],
};

/** Where the desk posts by itself: what the account may not do, what it costs, what the network makes of it. */
const byTheDesk: readonly Look[] = [
  ({ described }) => { const cannot = described?.missing.find(({ ability }) => ability === "publish"); return cannot && stop("cannot-publish", `${cannot.why} ${cannot.next}`); },
];
const ownByTheDesk: Partial<Record<Network["id"], readonly Look[]>> = {
  x: [
    // Prices as X lists them. An answer to somebody who mentioned the account costs less than a post.
    ({ content, text }) => tell("price", content.surface === "reply" ? "X charges the practice’s developer account $0.01 for an answer." : `X charges the practice’s developer account ${hasLink(text) ? "$0.20 for a post with a link; without one it is $0.015" : "$0.015 for a post; with a link it would be $0.20"}.`),
    ({ content }) => content.surface === "reply" && tell("mentioned", "X lets an app answer only those who have mentioned or quoted the account."),
  ],
  "google-business": [({ answers: { action }, content }) => typeof action === "string" && !["", "none", "CALL", "LEARN_MORE"].includes(action) && !content.link && stop("button", "This button leads to an address. Add a link to the post, or choose “Call” or no button.")],
  youtube: [() => tell("audit", "Until Google has audited the developer app, YouTube keeps private what comes from it.")],
  tiktok: [
    ({ answers }) => answers["brandedContent"] === true && answers["privacy"] === "SELF_ONLY" && stop("branded", "Branded content cannot be for your eyes only. Choose who else sees it."),
    () => tell("audit", "Until TikTok has audited the developer app, only private accounts can post with it, and only they see it."),
    () => tell("music", "Posting there agrees to TikTok’s Music Usage Confirmation, and with branded content to its Branded Content Policy."),
  ],
  linkedin: [({ content }) => content.surface === "reply" && tell("replies", "LinkedIn gives few apps leave to answer comments; where it is missing, somebody answers there by hand.")],
  mastodon: [({ answers }) => answers["visibility"] === "private" && tell("followers", "Only followers see it, and it cannot be boosted.")],
};

/** As the network itself finds addresses: it counts and charges by what it finds. */
const hasLink = (text: string): boolean => twitter.extractUrls(text).length > 0;

/** Those that stop first. Where a channel is not connected somebody posts by hand: nothing stops the desk there, and what only the desk would choose is not asked. */
export function noticesOf({ title, content }: { title: string; content: Content }, { id, network, connected }: Pick<Channel, "id" | "network" | "connected">, described: DescribedAccount | null): Notice[] {
  const answers = content.settings?.[id] ?? {}, going: Going = { title, content, answers, described, network: networks[network], text: outgoing(content, id) };
  const seen = (looks: readonly Look[] = []): Notice[] => looks.flatMap((look) => look(going) || []);
  const always = [...seen(general), ...seen(own[network])];
  if (!connected) return always.map((notice) => ({ ...notice, stops: false }));
  const asked = unansweredOf(network, answers).map((setting): Notice => ({ id: `setting-${setting.id}`, stops: true, says: `${setting.ask ?? `Choose: ${setting.label}`}.`, setting: setting.id }));
  return [...asked, ...always, ...seen(byTheDesk), ...seen(ownByTheDesk[network])].toSorted((a, b) => Number(b.stops) - Number(a.stops));
}
