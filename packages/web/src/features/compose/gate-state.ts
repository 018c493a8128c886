/** From everything the page knows to what the gate needs to know. */
import { type Channel, type Content, type DeskFinding, type Post, type Practice, saysNothing } from "@chaperone/contract";
import type { Verdict } from "@chaperone/engine";
import { channelName } from "../../components/channel-icon.tsx";
import { firstName } from "../../lib/standing.ts";
import type { Draft } from "./draft.ts";
import { type Asked, asksOf } from "./asked.ts";
import { isCounted, type Length } from "./lengths.ts";
import type { GateState } from "./next-step.ts";
import { mustChange, unanswered } from "./notes.ts";

interface Known {
  draft: Draft;
  post: Post | null;
  check: "reading" | "failed" | Verdict;
  findings: readonly DeskFinding[];
  lengths: readonly Length[];
  /** What the channels ask; null until it is known. */
  asked: readonly Asked[] | null;
  practice: Pick<Practice, "approvals">;
  people: { peopleNeeded: number; fourEyes: boolean } | null;
  approver: { id: string; name: string } | null;
  me: string;
  may: GateState["may"];
  isSaved: boolean;
  now: Date;
}

const BY_SURFACE: readonly Content["surface"][] = ["ad", "giveaway", "profile"];

export const overriddenIn = (post: Post | null): Set<string> => new Set(post?.overrides.filter(({ granted, version }) => granted === true && version === post.version).map(({ rule }) => rule));

export function gateState({ draft, post, check, findings, lengths, asked, practice, people, approver, me, may, isSaved, now }: Known): GateState {
  const stops = mustChange(findings, overriddenIn(post)), questions = unanswered(findings, draft.content.reasons);
  const needed = people ? people.peopleNeeded > 0 : practice.approvals === "every-post" || check === "stop" || check === "question" || BY_SURFACE.includes(draft.content.surface);
  const isMine = post?.author.id === me && (people?.fourEyes ?? false);
  const who = post?.askedOf ?? approver;
  return {
    // Nothing is offered for a text that has not been counted yet, or whose channels have not been looked at.
    check: check !== "failed" && stops.length === 0 && (!isCounted(lengths) || asked === null) ? "reading" : check, mustChange: stops.length, unanswered: questions.length, isEmpty: saysNothing(draft.content), channels: draft.content.channels.length,
    tooLongFor: nameOf(lengths.find(({ over }) => over > 0)),
    asks: asked ? asksOf(asked) : null,
    planned: draft.plannedFor === null ? "none" : new Date(draft.plannedFor) <= now ? "past" : "ahead",
    isSaved, approval: { isNeeded: needed, state: approvalOf(post), who: who ? firstName(who.name) : null },
    may: { ...may, approve: may.approve && !isMine }, isScheduled: post?.state === "scheduled",
  };
}

const nameOf = (length: Length | undefined): string | null => (length ? channelName(length.network) : null);

function approvalOf(post: Post | null): GateState["approval"]["state"] {
  if (!post) return "none";
  if (post.state === "returned") return "returned";
  if (post.version === null) return post.approvals.some(({ lapsedAt }) => lapsedAt !== null) ? "lapsed" : "none";
  if (post.state === "waiting" || (post.state === "held" && post.approvedBy.length === 0)) return "asked";
  return post.approvedBy.length > 0 ? "given" : post.state === "approved" || post.state === "scheduled" ? "given" : "none";
}

export const channelsOf = (content: Content, channels: readonly Channel[]): Channel[] => content.channels.flatMap((id) => channels.find((one) => one.id === id) ?? []);
