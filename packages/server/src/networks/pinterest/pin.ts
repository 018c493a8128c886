/** A post as Pinterest takes it, and what keeps it from being one. */
import { refused, type Refused } from "../outcome.ts";
import type { Medium, Outgoing } from "../outgoing.ts";

const MOST = { title: 100, description: 800, link: 2048, alt: 500, pictures: 5, pictureBytes: 20_000_000 };
const PICTURES = ["image/jpeg", "image/png"];

export interface Pin { board_id: string; title: string | null; description: string | null; link: string | null; alt_text: string | null }

export const pinOf = (outgoing: Outgoing): Pin => ({ board_id: String(outgoing.settings.board), title: outgoing.title || null, description: outgoing.text || null, link: outgoing.link, alt_text: altOf(outgoing.media) || null });

/** A pin has one description for people who do not see, however many pictures it holds. */
const altOf = (media: readonly Medium[]): string => media.map(({ alt }) => alt.trim()).filter(Boolean).join("\n");

/** A video, with a picture as its cover if there is one. */
export const videoOf = ({ media }: Outgoing): { video: Medium; cover: Medium | undefined } | undefined => {
  const video = media.find(({ kind }) => kind === "video");
  return video && { video, cover: media.find(({ kind }) => kind === "picture") };
};

const invalid = (says: string): Refused => refused("content-invalid", says);

/** Looked at before anything is sent. */
export function whyNotAPin(outgoing: Outgoing): Refused | undefined {
  const { title, text, link, media, settings } = outgoing, pictures = media.filter(({ kind }) => kind === "picture");
  if (!/^\d+$/.test(String(settings.board ?? ""))) return invalid("Every pin is on a board. Choose one for this post.");
  if (media.length === 0) return invalid("Pinterest has no post without a picture or a video. Add one.");
  if (media.length - pictures.length > 1 || (media.length > pictures.length && pictures.length > 1)) return invalid("A pin has pictures, or one video with one picture as its cover. Take the others out.");
  if (pictures.length > MOST.pictures) return invalid(`A pin has at most ${MOST.pictures} pictures. Take some out.`);
  if (pictures.some(({ type }) => !PICTURES.includes(type))) return invalid("Pinterest takes JPEG and PNG pictures. Choose others.");
  if (pictures.some(({ size }) => size > MOST.pictureBytes)) return invalid("A picture is larger than 20 MB. Choose a smaller one.");
  if (title.length > MOST.title) return invalid(`The title is longer than ${MOST.title} characters. Shorten it.`);
  if (text.length > MOST.description) return invalid(`The text is longer than ${MOST.description} characters. Shorten it.`);
  if ((link?.length ?? 0) > MOST.link) return invalid("The link is longer than Pinterest takes. Use a shorter one.");
  if (altOf(media).length > MOST.alt) return invalid(`The pictures' descriptions are longer than ${MOST.alt} characters together. Shorten them.`);
  return undefined;
}
