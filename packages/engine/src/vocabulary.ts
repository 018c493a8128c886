/** The words everyone else uses: what goes into a check and what comes out. */

export const SURFACES = ["post", "reply", "message", "ad", "giveaway", "profile", "caption"] as const;
export type Surface = (typeof SURFACES)[number];

export const SEVERITIES = ["stop", "question", "note"] as const;
/** `stop` must not be published, `question` needs a reason, `note` informs and never holds a post. */
export type Severity = (typeof SEVERITIES)[number];

export type Verdict = "clear" | "question" | "stop";

export const PILLARS = ["promotional", "educational", "appreciation", "community"] as const;
export type Pillar = (typeof PILLARS)[number];

export const FRAMES = ["negated", "question", "quoted", "myth", "conditional", "general"] as const;
/** A way of speaking in which a statement is not made, though its words are there. */
export type Frame = (typeof FRAMES)[number];

/** What a reply answers. */
export interface Answered {
  kind: "review" | "comment" | "mention" | "message";
  author: string;
  text: string;
}

/** What a practice is about to say. `message` is private; every other surface is public. */
export interface Draft {
  text: string;
  surface: Surface;
  channel?: string;
  inReplyTo?: Answered | null;
}

/** A licensed person of the practice. `boards` are the certifying boards by their full names. */
export interface Provider {
  name: string;
  degree?: string;
  licence?: string;
  boards?: string[];
  specialties?: string[];
}

/** Who is speaking: the practice, as far as it is known. `states` are USPS codes. */
export interface Context {
  states: string[];
  specialty?: string;
  names?: string[];
  phones?: string[];
  /** Undefined means that nobody told us; an empty list means that there are none. */
  providers?: Provider[];
  staff?: string[];
}

/** How we know a provision: its source was read, read in a copy or quotation, or recalled and still to be checked. */
export type Known = "read" | "copy" | "recalled";

export interface Authority {
  id: string;
  citation: string;
  url: string;
  known: Known;
  /** Year or date of the text that was seen. */
  asOf: string;
}

/** `start` and `end` are UTF-16 offsets into the text exactly as typed. */
export interface Finding {
  rule: string;
  topic: string;
  severity: Severity;
  start: number;
  end: number;
  message: string;
  why: string;
  instead: string;
  authorities: Authority[];
  by: "rules" | "second-reader";
}

export interface Report {
  verdict: Verdict;
  findings: Finding[];
  /** SHA-256 of the rules that judged, in hex. */
  pack: string;
}
