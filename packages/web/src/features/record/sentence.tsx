/** Each entry of the record as a sentence. An action that this page does not know is still told, by its own name. */
import type { Entry } from "@chaperone/contract";
import { IconArchive, IconBuilding, IconCalendar, IconCheck, IconGavel, IconKey, IconLink, IconPencil, IconPlugConnected, IconRubberStamp, IconSectionSign, IconSend, IconTrash, IconUser, IconVolumeOff, IconWebhook, IconWorld } from "@tabler/icons-react";
import { Fragment } from "react";
import { channelName } from "../../components/channel-icon.tsx";
import type { IconDrawing } from "../../components/icon.tsx";
import type { ShapeKind } from "../../components/shape.tsx";
import { HELD_WHY } from "../../lib/standing.ts";

/** `who` and `what` stand for the person in bold and the thing's title in serif; `{fact}` for a fact of the entry. */
const SAYS: Record<string, string> = {
  "post.created": "who began what.",
  "post.edited": "who changed what; its approvals lapsed.",
  "post.submitted": "who saved what and asked for approval. The check said {verdict}.",
  "post.rechecked": "who had what checked again. The check said {verdict}.",
  "post.approved": "who approved what.",
  "post.returned": "who returned what.",
  "post.scheduled": "what was scheduled.",
  "post.unscheduled": "who took what off the calendar.",
  "post.moved": "who moved what to another time.",
  "post.held": "what is held: {why}.",
  "post.published": "who said that what is out.",
  "post.failed": "who said that what did not go out.",
  "post.unconfirmed": "The network did not say whether what is out; the desk looks.",
  "post.missed": "what missed its time and asks for a new one.",
  "post.planned-again": "who gave what a new time after it had not gone out.",
  "post.taken-down": "what was taken down from the network.",
  "post.removed": "who put what in the bin.",
  "post.restored": "who took what out of the bin.",
  "override.asked": "who asked a second person to override a stop in what.",
  "override.granted": "who overrode a stop in what, with a reason.",
  "override.refused": "who refused to override a stop in what.",
  "practice.opened": "who opened the practice what.",
  "practice.changed": "who changed what the practice says of itself: {changed}.",
  "provider.added": "who added the licensed person what.",
  "provider.changed": "who changed {changed} of the licensed person what.",
  "provider.removed": "who took the licensed person what off the list.",
  "channel.added": "who added the channel what.",
  "channel.changed": "who changed the channel what.",
  "channel.removed": "who removed the channel what.",
  "channel.connected": "who signed the channel what in to {network}.",
  "channel.disconnected": "who disconnected the channel what from {network}; it is posted by hand.",
  "channel.needs-sign-in": "{network} signed the channel what out; somebody has to sign in again.",
  "app.changed": "who entered the practice’s own app for {network}.",
  "practice.silent": "who silenced the desk: nothing goes out by itself.",
  "practice.speaks-again": "who let posts go out again.",
  "house-rule.added": "who added the house rule what.",
  "house-rule.changed": "who changed the house rule what.",
  "house-rule.removed": "who removed the house rule what.",
  "rules.changed": "The rules changed. {checked} open posts were checked again; {held} are held.",
  "invitation.made": "who invited someone as {role}.",
  "invitation.revoked": "who withdrew an invitation.",
  "member.joined": "who joined the practice.",
  "member.changed": "who made what {to} instead of {from}.",
  "member.removed": "who took what off the practice; open approvals of theirs lapsed.",
  "key.made": "who made the key what.",
  "key.revoked": "who revoked the key what.",
  "webhook.created": "who added the webhook to what.",
  "webhook.changed": "who changed the webhook to what.",
  "webhook.removed": "who removed the webhook to what.",
  "secrets.sealed-again": "who sealed the desk’s secrets with another key.",
  "record.recovered": "Entries that the database had lost were put back from the journal.",
  "record.gap": "Entries are missing from the journal and could not be put back.",
};

/** What the desk did by itself reads otherwise than what somebody said. */
const BY_THE_DESK: Record<string, string> = {
  "post.published": "what went out.",
  "post.failed": "what did not go out: {kind}.",
};

const VERDICTS: Record<string, string> = { clear: "Clear", question: "Question", stop: "Stop" };
/** What holds a post is the verdict itself, or one of the reasons in `HELD_WHY`. */
const WHY: Record<string, string> = { ...HELD_WHY, stop: "the check found what must change", question: "the check asks for an answer" };
/** Kinds of refusal, as the end of a sentence. */
const KINDS: Record<string, string> = {
  "auth": "the network asks for a new sign-in", "permission": "the account may not do this", "content-invalid": "the network does not take it as it is", "content-rejected": "the network’s own rules refuse it", "not-there": "it is not there",
};
const ARTICLES: Record<string, string> = { owner: "an owner", editor: "an editor", contributor: "a contributor", viewer: "a viewer", compliance: "compliance" };

/** Only ids, codes, counts and names of fields stand in facts, so they can be said. */
function factSays(name: string, value: unknown): string {
  const list = Array.isArray(value) ? value.map(String) : [String(value ?? "unknown")];
  if (name === "network") return new Intl.ListFormat("en-US").format(list.map(channelName));
  const said = name === "verdict" ? VERDICTS : name === "kind" ? KINDS : name === "why" ? WHY : name === "role" || name === "to" || name === "from" ? ARTICLES : {};
  return new Intl.ListFormat("en-US").format(list.map((one) => said[one] ?? one.replaceAll("-", " ").replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)));
}

export type Piece = { kind: "text" | "person" | "title" | "stop"; text: string };

export function piecesOf({ action, by, about, facts }: Pick<Entry, "action" | "by" | "about" | "facts">): Piece[] {
  const pattern = (by.kind === "desk" ? BY_THE_DESK[action] : undefined) ?? SAYS[action] ?? "who: " + action.replaceAll(/[.-]/g, " ") + ", what.";
  const pieces = pattern.split(/(\bwho\b|\bwhat\b(?! the practice says)|\{\w+\})/).filter(Boolean).map((part): Piece => {
    if (part === "who") return { kind: "person", text: by.kind === "desk" ? "The desk" : by.name };
    if (part === "what") return { kind: about.kind === "person" || about.kind === "provider" ? "person" : "title", text: about.title || (about.kind === "post" ? "a post without a title" : about.kind) };
    const fact = /^\{(\w+)\}$/.exec(part)?.[1];
    if (!fact) return { kind: "text", text: part };
    const text = factSays(fact, facts[fact]);
    return { kind: fact === "verdict" && facts[fact] === "stop" ? "stop" : "text", text };
  });
  const [first] = pieces;
  return first?.kind === "text" ? [{ ...first, text: first.text[0]!.toUpperCase() + first.text.slice(1) }, ...pieces.slice(1)] : pieces;
}

export function Sentence({ entry }: { entry: Entry }) {
  return piecesOf(entry).map(({ kind, text }, at) => {
    if (kind === "person") return <b key={at}>{text}</b>;
    if (kind === "title") return <q key={at}>{text}</q>;
    return kind === "stop" ? <b key={at} className="stopt">{text}</b> : <Fragment key={at}>{text}</Fragment>;
  });
}

const ICONS: Record<string, IconDrawing> = {
  "post.created": IconPencil, "post.edited": IconPencil, "post.scheduled": IconCalendar, "post.moved": IconCalendar, "post.unscheduled": IconCalendar, "post.published": IconSend, "post.planned-again": IconCalendar, "post.taken-down": IconTrash,
  "channel.connected": IconPlugConnected, "practice.silent": IconVolumeOff, app: IconKey,
  "post.approved": IconRubberStamp, "post.removed": IconArchive, "post.restored": IconArchive,
  post: IconPencil, override: IconGavel, practice: IconBuilding, provider: IconUser, channel: IconWorld, "house-rule": IconSectionSign, rules: IconSectionSign,
  invitation: IconUser, member: IconUser, key: IconKey, webhook: IconWebhook, record: IconLink,
};

/** A verdict's shape where there was one, else what kind of thing happened. */
export function signOf({ action, facts }: Pick<Entry, "action" | "facts">): { kind: ShapeKind } | { icon: IconDrawing } {
  const { verdict } = facts;
  if (verdict === "clear" || verdict === "question" || verdict === "stop") return { kind: verdict };
  if (action === "post.held" || action === "post.failed" || action === "post.missed" || action === "record.gap") return { kind: "stop" };
  if (action === "post.returned" || action === "override.asked" || action === "post.unconfirmed" || action === "channel.needs-sign-in") return { kind: "question" };
  return { icon: ICONS[action] ?? ICONS[action.split(".", 1)[0]!] ?? IconCheck };
}

export const isTold = (action: string): boolean => action in SAYS;
