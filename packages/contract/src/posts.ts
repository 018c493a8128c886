/** What is to be said, its versions, and how far each has come. */
import { PILLARS, SEVERITIES, SURFACES } from "@chaperone/engine";
import * as z from "zod/mini";
import { answers } from "./practices.ts";
import { person } from "./people.ts";
import { hash, id, line, text, time } from "./text.ts";

const offset = () => z.int().check(z.minimum(0));
export const answered = z.object({ kind: z.enum(["review", "comment", "mention", "message"]), author: text(200), text: text(20_000) });
export const picture = z.object({ id: id(), name: text(200), alt: text(2000) });

/** Everything that goes out. Its canonical JSON, with the post's id, is what a version's hash names. */
export const content = z.object({
  surface: z.enum(SURFACES),
  text: text(20_000),
  channels: z.array(id()).check(z.maxLength(40)),
  /** Channel id to the text that stands there instead of the shared one. */
  overrides: z.record(id(), text(20_000)),
  link: z.nullable(text(2000)),
  hashtags: z.array(line(140)).check(z.maxLength(60)),
  pictures: z.array(picture).check(z.maxLength(20)),
  pillar: z.enum(PILLARS),
  /** Why the pillar is another than the one proposed; null when it is the proposed one. */
  pillarReason: z.nullable(text(500)),
  inReplyTo: z.nullable(answered),
  /** The answers given to questions, by rule. */
  reasons: z.array(z.object({ rule: line(200), reason: text(1000, 3) })).check(z.maxLength(100)),
  /** Channel id to what its network asks for beside the text: an audience, a board, a content warning. */
  settings: z.optional(z.record(id(), answers)),
});
export type Content = z.infer<typeof content>;

export const finding = z.object({
  rule: z.string(), topic: z.string(), severity: z.enum(SEVERITIES), start: offset(), end: offset(), message: z.string(), why: z.string(), instead: z.string(),
  authorities: z.array(z.object({ id: z.string(), citation: z.string(), url: z.string(), known: z.enum(["read", "copy", "recalled"]), asOf: z.string() })),
  by: z.enum(["rules", "second-reader"]),
  /** The channels whose text it is in; empty means the shared text. */
  channels: z.array(id()),
  /** The picture whose alt text it is in, or null. */
  picture: z.nullable(id()),
  /** What it stands in where it is beside the text, such as a content warning. */
  setting: z.optional(z.string()),
});
export type DeskFinding = z.infer<typeof finding>;
export const VERDICTS = ["clear", "question", "stop"] as const;

/** The receipt of a check: which version, under which rules, with what result, and how many people it asks for. */
export const verdict = z.object({
  id: id(), version: hash(), pack: z.string(), verdict: z.enum(VERDICTS), findings: z.array(finding), peopleNeeded: z.int(), fourEyes: z.boolean(), risks: z.array(z.string()), at: time(),
});
export type VerdictReceipt = z.infer<typeof verdict>;
/** A check that is not kept: as the text stands now. */
export const checked = z.object({ verdict: z.enum(VERDICTS), findings: z.array(finding), pack: z.string(), peopleNeeded: z.int(), fourEyes: z.boolean(), risks: z.array(z.string()), pillar: z.object({ pillar: z.enum(PILLARS), reason: z.string() }) });

export const approval = z.object({
  id: id(), version: hash(), person, decision: z.enum(["approved", "returned"]), note: z.string(), at: time(), lapsedAt: z.nullable(time()), lapsedWhy: z.nullable(z.string()),
});
export type Approval = z.infer<typeof approval>;
export const override = z.object({
  id: id(), version: hash(), rule: z.string(), reason: z.string(), askedBy: person, askedAt: time(), decidedBy: z.nullable(person), decidedAt: z.nullable(time()), granted: z.nullable(z.boolean()),
});
export type Override = z.infer<typeof override>;

/** `preparing` to `committing` are the publisher's steps; `unknown` means that the network did not say whether it went out, and only looking there tells. */
export const PUBLICATION_STATES = ["scheduled", "held", "preparing", "prepared", "committing", "published", "unknown", "failed", "removed", "missed"] as const;
/** From here on its words may be public: they stay. */
export const GOING_OUT: readonly PublicationStateName[] = ["committing", "unknown", "published"];
export const publication = z.object({
  id: id(), post: id(), version: hash(), channel: id(), at: time(), state: z.enum(PUBLICATION_STATES), heldWhy: z.nullable(z.string()), publishedAt: z.nullable(time()), url: z.nullable(z.string()),
  /** Why it failed, or what the network said, in one sentence that ends with what to do; `failedKind` is the kind of refusal. */
  says: z.nullable(z.string()), failedKind: z.nullable(z.string()),
});
export type Publication = z.infer<typeof publication>;

export const POST_STATES = ["idea", "draft", "waiting", "returned", "approved", "scheduled", "held", "published"] as const;
export type PostState = (typeof POST_STATES)[number];

export const postSummary = z.object({
  id: id(), title: z.string(), surface: z.enum(SURFACES), pillar: z.enum(PILLARS), state: z.enum(POST_STATES), author: person, channels: z.array(id()),
  plannedFor: z.nullable(time()), version: z.nullable(hash()), verdict: z.nullable(z.enum(VERDICTS)), stops: z.int(), questions: z.int(),
  /** First sentence of what each open stop or question says, worst first, at most three. */
  says: z.array(z.object({ severity: z.enum(SEVERITIES), message: z.string() })),
  askedOf: z.nullable(person), askedAt: z.nullable(time()), approvedBy: z.array(person), heldWhy: z.nullable(z.string()), publishedAt: z.nullable(time()), picture: z.nullable(picture), updatedAt: time(),
});
export type PostSummary = z.infer<typeof postSummary>;

export const post = z.extend(postSummary, {
  /** The title that somebody gave it; empty where `title` is only its first words. This one is what is edited and saved. */
  givenTitle: z.string(),
  content, revision: z.int(), receipt: z.nullable(verdict), approvals: z.array(approval), overrides: z.array(override), publications: z.array(publication), versions: z.int(), deletedAt: z.nullable(time()), createdAt: time(),
});
export type Post = z.infer<typeof post>;

export const version = z.object({ hash: hash(), number: z.int(), content, author: person, at: time(), verdict: z.nullable(z.enum(VERDICTS)), pack: z.nullable(z.string()) });
export type Version = z.infer<typeof version>;

export const newPost = z.object({ title: text(200), content: z.optional(content), plannedFor: z.optional(z.nullable(time())), isIdea: z.optional(z.boolean()) });
/** Autosave: `revision` is the one this edit began from; another one on the desk answers `changed-elsewhere` with theirs. */
export const save = z.object({ revision: z.int(), title: text(200), content, plannedFor: z.nullable(time()) });
export const saved = z.object({ revision: z.int(), savedAt: time(), state: z.enum(POST_STATES) });
export const submit = z.object({ revision: z.int(), askOf: z.nullable(z.string().check(z.maxLength(64))) });
export const decide = z.object({ version: hash(), decision: z.enum(["approved", "returned"]), note: text(2000) });
export const askOverride = z.object({ version: hash(), rule: line(200), reason: text(2000, 10) });
export const decideOverride = z.object({ granted: z.boolean(), note: text(2000) });
export const schedule = z.object({ version: hash(), at: time() });
export const move = z.object({ at: time() });
export const markOut = z.object({ url: z.nullable(text(2000)) });
export const postQuery = z.object({
  state: z.optional(z.enum(POST_STATES)), q: z.optional(text(200)), deleted: z.optional(z.enum(["yes"])), cursor: z.optional(text(200)), limit: z.optional(z.coerce.number().check(z.minimum(1), z.maximum(200))),
});
export type VerdictName = (typeof VERDICTS)[number];
export type PublicationStateName = (typeof PUBLICATION_STATES)[number];
