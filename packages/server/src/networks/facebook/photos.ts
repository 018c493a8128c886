/** Pictures are uploaded without being shown, one call at a time, and become visible with the post that names them. */
import { z } from "zod";
import { ask } from "../ask.ts";
import { bodyOf } from "../meta/graph.ts";
import type { Kept } from "../network.ts";
import type { Prepared, Refused, Waiting } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";
import type { Session } from "../session.ts";
import { pageOf, refusalFor } from "./page.ts";

const keptShape = z.object({ photos: z.array(z.string()).catch([]) }), identified = z.object({ id: z.string() });
export const photosOf = (kept: Kept): string[] => keptShape.parse(kept).photos;

export async function uploadPhotos(session: Session, { media }: Outgoing, soFar: Kept): Promise<Prepared | Waiting | Refused> {
  const photos = photosOf(soFar), next = media[photos.length];
  if (!next) return { is: "prepared", kept: { photos } };
  const made = await upload(session, next);
  if ("kind" in made) return made;
  const kept = { photos: [...photos, made.id] };
  return kept.photos.length === media.length ? { is: "prepared", kept } : { is: "waiting", kept, seconds: 0 };
}

/** As bytes, so that a desk behind a firewall can post pictures too. What is staged and never used is thrown away by Facebook after a day. */
async function upload(session: Session, medium: Medium): Promise<{ id: string } | Refused> {
  const graph = pageOf(session), form = new FormData();
  form.set("access_token", graph.access);
  form.set("published", "false");
  if (medium.alt) form.set("alt_text_custom", medium.alt);
  form.set("source", new Blob([new Uint8Array(await medium.bytes())], { type: medium.type }), medium.type === "image/png" ? "picture.png" : "picture.jpg");
  const answer = await ask(graph.fetch, `${graph.base}/${session.account.id}/photos`, { method: "POST", body: form });
  return bodyOf(answer, identified) ?? refusalFor(answer, graph);
}
