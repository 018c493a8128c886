/** Calls as the Page. */
import type { Answer } from "../ask.ts";
import { metaRefusal } from "../meta/errors.ts";
import { FACEBOOK, type Graph, graphOf } from "../meta/graph.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";

export const pageOf = (session: Session): Graph => graphOf(session, FACEBOOK, "Facebook");
export const refusalFor = (answer: Answer, { now }: Graph): Refused => metaRefusal(answer, now, "Facebook");

export const PICTURES = 10, PICTURE_BYTES = 4_000_000;

/** A video stands alone: Facebook puts no pictures beside it. */
export const videoOf = ({ media }: Outgoing): Outgoing["media"][number] | undefined => media.find(({ kind }) => kind === "video");

export function unfit({ media, text }: Outgoing): Refused | undefined {
  if (media.length === 0 && text.trim() === "") return refused("content-invalid", "Facebook needs a text or a picture. Write one.");
  if (media.length > 1 && media.some(({ kind }) => kind === "video")) return refused("content-invalid", "Facebook takes one video, or pictures, and not both. Leave one of them out.");
  if (media.length > PICTURES) return refused("content-invalid", `Facebook takes ${PICTURES} pictures at most. Leave some out.`);
  return undefined;
}
