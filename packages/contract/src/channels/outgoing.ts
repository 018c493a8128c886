/** What a channel really gets: its own text or the shared one, then the address and the hashtags that are not in it yet. */
import type { Answered, Draft, Finding, Surface } from "@chaperone/engine";
import type { Content, DeskFinding } from "../posts.ts";

export type Spoken = Pick<Content, "text" | "overrides" | "link" | "hashtags">;

export const textOf = ({ text, overrides }: Pick<Content, "text" | "overrides">, channel: string | null): string =>
  (channel === null ? undefined : overrides[channel]) ?? text;

/** The check, the counters, the previews and the publisher all read this, so that none of them sees another text. */
export function outgoing(content: Spoken, channel: string | null): string {
  const text = textOf(content, channel), lower = text.toLowerCase();
  const link = content.link && !text.includes(content.link) ? content.link : "";
  const tags = content.hashtags.map((tag) => `#${tag.replace(/^#/, "")}`).filter((tag) => !lower.includes(tag.toLowerCase()));
  return [text, link, tags.join(" ")].filter(Boolean).join("\n\n");
}

/** Whose texts go out: null for the shared one, where a channel uses it or none is chosen yet, then each channel that has its own. */
export function voicesOf({ channels, overrides }: Pick<Content, "channels" | "overrides">): (string | null)[] {
  const own = channels.filter((channel) => overrides[channel] !== undefined);
  return channels.length === 0 || own.length < channels.length ? [null, ...own] : own;
}

/** A post before its first words. */
export const NOTHING_YET: Content = { surface: "post", text: "", channels: [], overrides: {}, link: null, hashtags: [], pictures: [], pillar: "educational", pillarReason: null, inReplyTo: null, reasons: [] };

/** Neither words nor a picture: nothing to check, and nothing to submit. */
export const saysNothing = (content: Spoken & Pick<Content, "channels" | "pictures">): boolean =>
  content.pictures.length === 0 && voicesOf(content).every((channel) => outgoing(content, channel).trim() === "");

/** Among what a network asks for beside the text, these are words of somebody's own, and public: a content warning stands above the post. */
export const SPOKEN_SETTINGS: readonly string[] = ["warning"];

/** One text that goes out. `channel` is null for what all say; `picture` names the one that it describes, `setting` what it stands in. */
export interface OutgoingText { text: string; surface: Surface; channel: string | null; picture: string | null; setting: string | null }

/** All of them: page and desk check just these, and nothing else goes out. */
export function outgoingTexts(content: Content): OutgoingText[] {
  const { surface, pictures, channels, settings = {} } = content, plain = { channel: null, picture: null, setting: null };
  const beside = channels.flatMap((channel) => SPOKEN_SETTINGS.map((setting) => ({ ...plain, surface, channel, setting, text: String(settings[channel]?.[setting] ?? "") })));
  const shown = pictures.map(({ id, alt }) => ({ ...plain, surface: "caption" as const, picture: id, text: alt }));
  return [...voicesOf(content).map((channel) => ({ ...plain, surface, channel, text: outgoing(content, channel) })), ...[...beside, ...shown].filter(({ text }) => text.trim() !== "")];
}

/** As the engine reads it: only a reply is read beside what it answers. */
export const asDraft = ({ text, surface, channel }: OutgoingText, inReplyTo: Answered | null): Draft => ({ text, surface, inReplyTo: surface === "reply" ? inReplyTo : null, ...(channel === null ? {} : { channel }) });

/** What was found in it, with the channel, the picture or the setting whose text it is. */
export const foundIn = ({ channel, picture, setting }: OutgoingText, finding: Finding): DeskFinding => ({ ...finding, channels: channel === null ? [] : [channel], picture, ...(setting === null ? {} : { setting }) });
