import { type Content, outgoing, voicesOf } from "@chaperone/contract";
import type { Draft } from "@chaperone/engine";

/** One text that goes out: the shared one, a channel's own, or what a picture says to those who do not see it. */
export interface OutgoingText { draft: Draft; channels: string[]; picture: string | null }

export function outgoingTexts(content: Content): OutgoingText[] {
  const { surface, inReplyTo } = content;
  const said = (channel: string | null): Draft => ({ text: outgoing(content, channel), surface, inReplyTo: surface === "reply" ? inReplyTo : null, ...(channel === null ? {} : { channel }) });
  return [
    ...voicesOf(content).map((channel) => ({ draft: said(channel), channels: channel === null ? [] : [channel], picture: null })),
    ...content.pictures.filter(({ alt }) => alt.trim() !== "").map(({ id, alt }) => ({ draft: { text: alt, surface: "caption" as const }, channels: [], picture: id })),
  ];
}
