/** What goes out, exactly: the text as the gate read it, and its media. */
import type { Surface } from "@chaperone/engine";

export interface Outgoing {
  /** Names the publication, and nothing else does: the same for every try. 32 hexadecimal digits. */
  key: string;
  surface: Surface;
  /** The whole text, address and hashtags included. */
  text: string;
  title: string;
  link: string | null;
  hashtags: string[];
  /** BCP 47. */
  language: string;
  media: Medium[];
  /** The channel's choices for this post, such as a board, an audience or a content warning. */
  settings: Record<string, string | boolean>;
  /** When the publication was planned for, ISO 8601 in UTC. Never before `startedAt`. */
  plannedFor: string;
  /** When this version was first tried on this channel: nothing older than this can be it. */
  startedAt: string;
}

export interface Medium {
  id: string;
  kind: "picture" | "video";
  /** As it is sent: without place, camera or names in it. */
  type: string;
  size: number;
  width: number;
  height: number;
  alt: string;
  /** Some or all of it; `end` is exclusive. */
  bytes(start?: number, end?: number): Promise<Uint8Array>;
  /** A signed address that a network may fetch it from for a while. */
  address(): string;
}
