/** A post on the location's profile: one call makes it, so nothing is prepared but the refusal of what would fail. */
import { isAnswered, settings, TELEPHONE } from "@chaperone/contract";
import { isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import { googleCommitRefusal } from "../google/errors.ts";
import type { Network } from "../network.ts";
import { type Refused, refused } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import { type LocalPost, NAME, V4 } from "./api.ts";
import { remoteOf } from "./reconcile.ts";

const BUTTONS = settings["google-business"].flatMap((one) => (one.kind === "choice" ? [one] : []));
const MOST_CHARACTERS = 1_500, MOST_BYTES = 5_000_000, TYPES = ["image/jpeg", "image/png"], LEAST = { width: 400, height: 300 };

export const prepare: Network["prepare"] = async (_session, outgoing) => invalid(outgoing) ?? { is: "prepared", kept: {} };

function invalid({ text, media, link, settings: answers }: Outgoing): Refused | undefined {
  const no = (says: string): Refused => refused("content-invalid", says), [picture] = media, action = answers["action"];
  if (text.trim() === "") return no("Google Business takes no post without words. Add a text.");
  if (text.length > MOST_CHARACTERS) return no(`Google Business takes ${MOST_CHARACTERS} characters. Shorten the text.`);
  if (TELEPHONE.test(text)) return no("Google rejects posts with a telephone number in them. Take the number out and use the button “Call”.");
  if (media.length > 1 || picture?.kind === "video") return no("Google Business takes one picture and no video. Leave the others out.");
  if (picture && (!TYPES.includes(picture.type) || picture.size > MOST_BYTES)) return no("Google Business takes JPEG and PNG pictures up to 5 MB. Choose another picture.");
  if (picture && (picture.width < LEAST.width || picture.height < LEAST.height)) return no("Google Business takes pictures of 400 by 300 pixels or more. Choose a larger one.");
  if (action !== undefined && !BUTTONS.every((button) => isAnswered(button, answers))) return no("Google Business has no such button. Choose another one.");
  if (action !== undefined && action !== "CALL" && action !== "none" && action !== "LEARN_MORE" && !link) return no("This button leads to an address. Add a link to the post, or choose “Call” or no button.");
  return undefined;
}

export const commit: Network["commit"] = async (session, outgoing) => {
  const answer = await call(signed(session), "POST", `${V4}/${session.account.id}/localPosts`, { json: postOf(outgoing) });
  if (!isGood(answer)) return googleCommitRefusal(answer, session.now(), NAME, { INVALID_ARGUMENT: ["content-invalid", () => "Google Business did not take the post as it is. Check the link, the button and the picture."] });
  const made = answer.body as LocalPost;
  return typeof made.name === "string" ? { is: "committed", remote: remoteOf(made) } : { is: "unknown", says: "Google Business did not name the post. The desk looks before anything is tried again." };
};

function postOf({ text, language, link, media, settings: answers }: Outgoing): object {
  const action = String(answers["action"] ?? "LEARN_MORE"), url = action === "CALL" ? {} : { url: link };
  const button = action === "none" || (action !== "CALL" && !link) ? {} : { callToAction: { actionType: action, ...url } };
  const pictures = media.length === 0 ? {} : { media: media.map((medium) => ({ mediaFormat: "PHOTO", sourceUrl: medium.address() })) };
  return { languageCode: language, summary: text, topicType: "STANDARD", ...button, ...pictures };
}
