/** Files go up one at a time before the post; nobody sees them until a post carries them. */
import * as z from "zod/mini";
import { type Answer, isGood } from "../ask.ts";
import type { Kept, Network } from "../network.ts";
import { refused, type Prepared, type Refused, type Waiting } from "../outcome.ts";
import type { Medium } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { askHere } from "./client.ts";
import { mediaRefusalOf } from "./errors.ts";

const AGAIN_SECONDS = 2;

const kept = z.object({ media: z._default(z.array(z.object({ of: z.string(), id: z.string(), isReady: z.boolean() })), []) });
type Uploaded = z.infer<typeof kept>["media"];
export const mediaIdsOf = (soFar: Kept): string[] => kept.parse(soFar).media.map(({ id }) => id);

/** One file or one look a call, so that what is up already stays up when the desk is interrupted. */
export const prepare: Network["prepare"] = async (session, outgoing, soFar) => {
  const { media } = kept.parse(soFar), next = outgoing.media[media.length], working = media.find(({ isReady }) => !isReady);
  if (working) return look(session, media, working);
  if (!next) return { is: "prepared", kept: { media } };
  return upload(session, media, next, media.length + 1 === outgoing.media.length);
};

async function upload(session: Session, media: Uploaded, medium: Medium, isLast: boolean): Promise<Prepared | Waiting | Refused> {
  const body = new FormData();
  body.set("file", new Blob([await medium.bytes() as Uint8Array<ArrayBuffer>], { type: medium.type }), `${medium.kind}.${medium.type.split("/")[1]}`);
  if (medium.alt) body.set("description", medium.alt);
  const answer = await send(session, body);
  if (!isGood(answer)) return mediaRefusalOf(answer, session.now());
  const file = attachment.safeParse(answer.body);
  if (!file.success) return refused("transient", "The server took a file and did not say under which name. The desk tries again by itself.");
  // 202 is “took it, still working”.
  const isReady = answer.status === 200, uploaded = [...media, { of: medium.id, id: file.data.id, isReady }];
  return isReady && isLast ? { is: "prepared", kept: { media: uploaded } } : { is: "waiting", kept: { media: uploaded }, seconds: isReady ? 0 : AGAIN_SECONDS };
}

/** The second version answers before it is done; servers without it have the first. */
async function send(session: Session, body: FormData): Promise<Answer> {
  const answer = await askHere(session, "/api/v2/media", { method: "POST", body });
  return answer.is === "answer" && (answer.status === 404 || answer.status === 405) ? askHere(session, "/api/v1/media", { method: "POST", body }) : answer;
}

async function look(session: Session, media: Uploaded, working: Uploaded[number]): Promise<Waiting | Refused> {
  const answer = await askHere(session, `/api/v1/media/${encodeURIComponent(working.id)}`);
  if (isGood(answer) && answer.status === 206) return { is: "waiting", kept: { media }, seconds: AGAIN_SECONDS };
  // Some servers have no such page; if the file is not ready after all, the post is refused and nothing is lost.
  const cannotSay = answer.is === "answer" && [404, 405, 501].includes(answer.status);
  if (!isGood(answer) && !cannotSay) return mediaRefusalOf(answer, session.now());
  return { is: "waiting", kept: { media: media.map((one) => one === working ? { ...one, isReady: true } : one) }, seconds: 0 };
}

const attachment = z.object({ id: z.coerce.string().check(z.minLength(1)) });
