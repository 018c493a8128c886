/** What a network is to the desk: one folder, plain functions, typed outcomes. It never throws for a refusal, and *unknown* is not *failed*. */
import type { NetworkId } from "@chaperone/contract";
import type { Connect, Refresh } from "./connect.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Absent, CannotTell, Committed, Gone, Prepared, Read, Refused, Removed, Unknown, Waiting } from "./outcome.ts";
import type { Kept, Remote } from "./remote.ts";
import type { Revoke } from "./revoke.ts";
import type { Session } from "./session.ts";
import type { Trace } from "./trace.ts";

export type { Kept, Remote } from "./remote.ts";

export interface Network {
  id: NetworkId;
  /** Hosts that are the network's own, and not the user's to choose. */
  hosts: readonly string[];
  connect: Connect;
  refresh?: Refresh;
  /** Where the interface can take a sign-in back. */
  revoke?: Revoke;
  /** What the account may do today, asked of the network: also the self-test. */
  describe(session: Session): Promise<Described | Refused>;
  /** Everything that nobody sees: uploads, containers. Called again with what it answered until it is prepared; running it twice leaves nothing behind that shows. */
  prepare(session: Session, outgoing: Outgoing, soFar: Kept): Promise<Prepared | Waiting | Refused>;
  /** The one irreversible call. `Refused` means that it certainly did not happen; a cut line, a time-out or a 5xx is `Unknown`. */
  commit(session: Session, outgoing: Outgoing, prepared: Kept): Promise<Committed | Refused | Unknown>;
  /** Read only: did it happen? `Absent` only where the network can be sure. */
  reconcile(session: Session, outgoing: Outgoing, prepared: Kept, trace: Trace): Promise<Committed | Absent | CannotTell | Refused>;
  /** How the post reads there now. */
  readBack?(session: Session, remote: Remote): Promise<Read | Gone | Refused>;
  remove?(session: Session, remote: Remote): Promise<Removed | Refused | Unknown>;
  /** What others said since a moment: comments, mentions, reviews, messages. */
  incoming?(session: Session, since: Date): Promise<{ is: "incoming"; items: Incoming[] } | Refused>;
  /** Irreversible, like `commit`. `to` is an item of `incoming`. */
  reply?(session: Session, to: Incoming, text: string, key: string): Promise<Committed | Refused | Unknown>;
  metrics?(session: Session, remote: Remote): Promise<{ is: "metrics"; figures: Partial<Record<Figure, number>> } | Refused>;
}

/** `can` and `missing` are shown to a person before they write; `limits` replace the usual ones where the account or its server says so. */
export interface Described {
  is: "described";
  can: Ability[];
  /** What is not allowed today, why, and what to do about it. */
  missing: { ability: Ability; why: string; next: string }[];
  limits?: { characters?: number; pictures?: number; pictureBytes?: number; videoBytes?: number; altText?: number; charactersPerLink?: number };
  /** Other things that a person should know, one sentence each: posts that stay private, a price, a daily quota. */
  notes: string[];
  /** Choices that a channel offers, such as boards. */
  choices?: Record<string, { value: string; label: string }[]>;
}
export type Ability = "publish" | "pictures" | "video" | "read" | "reply" | "remove" | "metrics";

export interface Incoming {
  id: string; kind: "comment" | "mention" | "review" | "message"; author: string; text: string; at: string; url: string | null;
  /** The post of ours that it is under. */
  under: string | null;
  stars?: 1 | 2 | 3 | 4 | 5;
  mayReply: boolean;
  more?: Record<string, string>;
}
export type Figure = "views" | "reach" | "likes" | "replies" | "reposts" | "saves" | "clicks";
