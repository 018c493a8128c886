/** What people have to do before a channel connects, network by network. As documented in 2026; networks change this several times a year. */
import type { NetworkId } from "@chaperone/contract";
import { BY_FACEBOOK } from "../networks/instagram/connect.ts";
import { PAGES } from "../networks/linkedin/connect.ts";

interface Told { steps: readonly string[]; notes: readonly string[] }
/** `host` is what the network's own code knows the way by. */
export interface Way extends Told { host: string | null; label: string; detail: string }
export interface SetUp extends Told { fetchesMedia: boolean; ways?: readonly Way[] }

const PASTE = "Copy the redirect address below into the app, exactly as it stands.";
const ENTER = "Enter the app’s id and secret here. The desk seals them and never shows the secret again.";
const SIGN_IN = "Connect, and sign in as somebody who may post for the practice.";
const TICKS = "Leave everything ticked that the network asks about: what is unticked does not work later.";
const META_APP = "On developers.facebook.com make an app. Where it asks for a use case choose Other, and then the type Business: an app made from a use case cannot ask for a page.";
const PROFESSIONAL = "In the Instagram app, make the account a professional one. Personal accounts have no interface for apps.";
const LINKEDIN_APP = "On the developer pages of LinkedIn make an app, and link it to the practice’s page.";
const OF_INSTAGRAM = ["Every post needs a picture or a video, and Instagram fetches it from the desk: the desk needs a public https address.", "Instagram bounds how many posts go out in a day, and says how many when the connection is tested.", "A post cannot be taken down from here; that is done in the app."];
const OWN_ROLE = "If whoever connects has a role on the app and on the account, the app works in development mode and needs no review by Meta. To serve other practices it needs App Review.";

export const BY_HAND: SetUp = { steps: ["Nothing to set up. The desk shows the checked text to copy, and asks for the link afterwards."], notes: [], fetchesMedia: false };

export const SET_UP: Record<NetworkId, SetUp> = {
  facebook: {
    steps: [META_APP, "Add the product Facebook Login for Business.", PASTE, ENTER, SIGN_IN, "Choose the page of the practice, not your own profile.", TICKS],
    notes: [OWN_ROLE, "Pictures are sent to Facebook. Very large videos it fetches from the desk, which then needs a public https address.", "The sign-in lives by that of whoever connected; the desk renews it in time."], fetchesMedia: false,
  },
  instagram: {
    steps: [], notes: [], fetchesMedia: true,
    ways: [
      { host: null, label: "Instagram’s own sign-in", detail: "The account needs no Facebook page.",
        steps: [PROFESSIONAL, META_APP, "Add the product Instagram, and set up the API with Instagram login.", PASTE, "Enter the Instagram app’s id and secret here, which stand beside that setup. The desk seals them and never shows the secret again.", SIGN_IN, TICKS], notes: [OWN_ROLE, ...OF_INSTAGRAM, "The sign-in lasts about 60 days, and the desk renews it in time."] },
      { host: BY_FACEBOOK, label: "Through the Facebook page", detail: "For an account that is linked to a page which you run.",
        steps: [PROFESSIONAL, "In the settings of the Facebook page, link the account to it.", META_APP, "Add the products Facebook Login for Business and Instagram.", PASTE, ENTER, "Connect, and sign in as somebody who runs the page.", TICKS], notes: [OWN_ROLE, ...OF_INSTAGRAM, "The sign-in lives by that of whoever connected; the desk renews it in time."] },
    ],
  },
  threads: {
    steps: ["On developers.facebook.com make an app with access to the Threads API.", PASTE, ENTER, "Add the account as a tester of the app, and accept the invitation in the settings of Threads.", SIGN_IN],
    notes: [OWN_ROLE, "Threads fetches pictures from the desk, so the desk needs a public https address.", "The sign-in lasts about 60 days, and the desk renews it in time."], fetchesMedia: true,
  },
  linkedin: {
    steps: [], notes: [], fetchesMedia: false,
    ways: [
      { host: null, label: "As a person", detail: "Posts stand under the name of whoever signs in. No review is needed.",
        steps: [LINKEDIN_APP, "Add the products Sign In with LinkedIn using OpenID Connect and Share on LinkedIn.", PASTE, ENTER, "Connect, and sign in as the person who posts."],
        notes: ["LinkedIn renews no such sign-in: somebody signs in again about every 60 days.", "Comments cannot be read this way, and the desk cannot read a post back."] },
      { host: PAGES, label: "As the practice’s page", detail: "Posts stand under the practice’s name. LinkedIn reviews the app first.",
        steps: [LINKEDIN_APP, "Ask for the product Community Management API there, and wait for LinkedIn’s yes. LinkedIn gives it only to an app that has no other product.", PASTE, ENTER, "Connect, and sign in as an administrator of the page.", "Choose the page when the desk asks which account."],
        notes: ["Until LinkedIn has said yes, it refuses this sign-in.", "The person who signs in is offered as well; leave them out if only the page is to post."] },
    ],
  },
  x: {
    steps: ["On the developer pages of X make a project and an app, and buy credits: X has no free access.", "Turn on user authentication with read and write access, as a web app.", PASTE, ENTER, SIGN_IN],
    notes: ["X charges for each post: about $0.015, and about $0.20 when it holds a link (August 2026). Set a spending limit there; with nothing left, nothing goes out.", "X lets an app answer only those who mentioned or quoted the account."], fetchesMedia: false,
  },
  youtube: {
    steps: ["In the Google Cloud console make a project and turn on the YouTube Data API.", "Fill in the consent screen, and publish it: while it is in testing, Google ends every sign-in after 7 days.", "Make an OAuth client of the type web application.", PASTE, ENTER, SIGN_IN, "Choose the channel of the practice when Google asks which."],
    notes: ["Until YouTube has audited the project, every video that it uploads stays private, whatever is chosen here.", "Only videos; pictures and texts alone cannot be posted.", "Google lets a project upload 100 videos a day."], fetchesMedia: false,
  },
  tiktok: {
    steps: ["On developers.tiktok.com make an app with Login Kit and the Content Posting API, and ask for direct posting.", "Verify the domain of this desk there, so that TikTok may fetch pictures.", PASTE, ENTER, SIGN_IN],
    notes: ["Until TikTok has audited the app, only private accounts can connect, at most 5 people a day, and only the owner of the account sees what is posted.", "TikTok fetches pictures from the desk, so the desk needs a public https address. Videos are sent to it.", "Comments cannot be read from here, and a post cannot be taken down from here."], fetchesMedia: true,
  },
  "google-business": {
    steps: ["Ask Google for access with the form Application for Basic API Access; the profile has to be verified. Until it says yes, every call is refused.", "In the Google Cloud console make a project, and turn on the Business Profile APIs.", "Fill in the consent screen, and publish it: while it is in testing, Google ends every sign-in after 7 days.", "Make an OAuth client of the type web application.", PASTE, ENTER, SIGN_IN, "Choose the location of the practice."],
    notes: ["Google looks at each post before it shows it. A telephone number in the text gets it rejected.", "Google fetches pictures from the desk, so the desk needs a public https address.", "Whoever manages a profile for a practice needs that practice’s agreement before answering its reviews."], fetchesMedia: true,
  },
  bluesky: {
    steps: ["In Bluesky open Settings, Privacy and security, App passwords, and make one for this desk. It opens nothing but the account’s posts, and can be withdrawn there at any time.", "Enter the handle and the app password here. Never enter the account’s own password.", "Leave the server as it is unless the account lives somewhere else."],
    notes: ["No app and no review is needed.", "The password itself is not kept, only the sign-in that it opens."], fetchesMedia: false,
  },
  mastodon: {
    steps: ["Enter the server that the account lives on, such as mastodon.social. The desk registers itself there.", "Connect, sign in on that server, and allow what it asks about."],
    notes: ["No app and no review is needed.", "Each server has its own bounds for texts and pictures; the desk asks for them when the connection is tested.", "The sign-in does not end by itself; it can be withdrawn in the account’s settings."], fetchesMedia: false,
  },
  pinterest: {
    steps: ["The account has to be a business account.", "On developers.pinterest.com make an app, and ask for access.", PASTE, ENTER, SIGN_IN],
    notes: ["With trial access only the account’s owner sees the pins. Ask for standard access before you rely on it.", "Every pin needs a picture and a board."], fetchesMedia: false,
  },
  manual: BY_HAND,
  rehearsal: { steps: ["Nothing to set up. A rehearsal shows a post as it would go out, and nobody outside of the desk sees it."], notes: [], fetchesMedia: false },
};
