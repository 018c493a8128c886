/** Why a picture or a video was not taken, in the same words for all three networks. */
import { refused, type Refused } from "../outcome.ts";

export const WHY = {
  picture: "does not take the picture as it is. Use a JPEG of ordinary proportions, or another picture.",
  video: "does not take the video as it is. Use an MP4 with H.264 and AAC of ordinary proportions.",
  either: "does not take the picture or video as it is. Use a JPEG, or an MP4 with H.264 and AAC, of ordinary proportions.",
  unreachable: "could not fetch a picture or video from this desk. See on the Connections page whether networks can reach it.",
} as const;

/** A container that could not be filled is spent: what tried it again by itself would find the same one. */
export const spentFor = (network: string, why: "either" | "unreachable", code: string): Refused =>
  refused("content-invalid", `${network} ${WHY[why]} Then plan the post again.`, code === "" ? {} : { code });
