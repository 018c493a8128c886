/** The heart of the desk: the words, what the check says of them, and the one next lawful step. */
import { type Channel, type Post, type Practice, saysNothing, type Version } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { dayAndTime, time } from "../../lib/dates.ts";
import { later } from "../../lib/later.ts";
import { useNow } from "../../lib/now.ts";
import { versionsQuery } from "../../lib/post-queries.ts";
import { Across } from "./across.tsx";
import { AllClear } from "./all-clear.tsx";
import { approverCell, slotCell } from "./cells.ts";
import { ChannelTabs, EVERY } from "./channel-tabs.tsx";
import { Counters } from "./counters.tsx";
import type { Laid } from "./dialogs.tsx";
import { DraftHead, versionName } from "./draft-head.tsx";
import { textIn, withChannels, withOwn, withReason, withText } from "./draft.ts";
import type { Heights } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import { fixOf, type Fix } from "./fixes.ts";
import { type Asked, firstThatStops } from "./asked.ts";
import { gateState } from "./gate-state.ts";
import { ComposeGate } from "./gate.tsx";
import type { StepKind } from "./next-step.ts";
import { isInText } from "./notes.ts";
import { Notches } from "./notches.tsx";
import { PillarLine } from "./pillar-line.tsx";
import { previewed } from "./previewed.tsx";
import { changed } from "./take-out.ts";
import { useAccounts } from "./use-accounts.ts";
import { useAsked } from "./use-asked.ts";
import { type Acts, useActs } from "./use-acts.ts";
import { type Judgment, type Person, useJudgment } from "./use-judgment.ts";
import { useView, type View } from "./use-view.ts";
import type { Writing } from "./use-writing.ts";
import { WritingField } from "./writing-field.tsx";
import "./compose.css";

const Dialogs = later(() => import("./dialogs.tsx").then((file) => file.Dialogs)), Conflict = later(() => import("./conflict.tsx").then((file) => file.Conflict));
const ChannelAsks = later(() => import("./channel-asks.tsx").then((file) => file.ChannelAsks));
const Details = later(() => import("./details.tsx").then((file) => file.Details)), Pictures = later(() => import("./pictures.tsx").then((file) => file.Pictures));
const PreviewColumn = later(() => import("./previews/preview.tsx").then((file) => file.PreviewColumn));

export interface ComposeProps {
  practice: Practice;
  channels: readonly Channel[];
  me: string;
  may: { write: boolean; approve: boolean; schedule: boolean };
  /** Null until the first words have been kept. */
  post: Post | null;
  writing: Writing;
}

export function Compose({ practice, channels, me, may, post, writing }: ComposeProps) {
  const now = useNow(), zone = practice.timeZone, { draft, type, isSaved } = writing, { content, plannedFor, title } = draft;
  const isOut = post?.state === "published" || post?.publications.some(({ state }) => state === "published") === true, isBinned = post?.deletedAt != null, isReadOnly = !may.write || isOut || isBinned;
  const [heights, setHeights] = useState<Heights>(new Map()), [laid, lay] = useState<Laid | null>(null), [chosen, choose] = useState<Person | null>(null);

  const accounts = useAccounts(practice.id, content, channels), judgment = useJudgment({ practice, channels, accounts, me, mayWrite: may.write, isOut, post, writing }), { context, check, findings, verdict, lengths, people, writer } = judgment, approver = chosen ?? judgment.approver;
  const view = useView(content, findings, post === null), { channel, notes, openNote } = view, text = textIn(content, channel), open = openNote?.id ?? null;
  const acts = useActs(practice, post, writing), asked = useAsked(title, content, channels, accounts);
  const state = gateState({ draft, post: isSaved ? post : post && { ...post, version: null, state: "draft" }, check: judgment.stand, findings, lengths, asked, practice, people, approver, me, may: isBinned ? NOTHING : { ...may, write: may.write && !isOut }, isSaved, now });
  const versions = useQuery({ ...versionsQuery(practice.id, post?.id ?? ""), enabled: post !== null && post.versions > 0 }).data, last = versions?.[0] ?? null;

  const write = (to: typeof content): void => type({ ...draft, content: to });
  const fix = (way: Fix): void => { write(withText(content, channel, changed(text, way))); view.open(null); };
  const fixOpen = (): void => { const way = openNote && !isReadOnly && isInText(openNote.finding) ? fixOf(openNote.finding, text, context) : null; if (way) fix(way); };
  const previews = previewed(content, channels, accounts, title, plannedFor, zone, now), version = versionName(post);

  return (
    <div className="compose">
      <Across refused={[acts.says, writing.problem]} isOut={isOut} mayWrite={may.write} post={post} onRestore={acts.restore} />
      <Sheet label="Draft" marginClass={verdict} margin={
        <>
          <Notches notes={notes} heights={heights} open={open} onOpen={view.open} />
          <Findings notes={notes} text={text} context={context} topics={check.last?.topics ?? {}} open={open} isReadOnly={isReadOnly} onOpen={view.open} onFix={fix}
            onReason={(rule, reason) => write(withReason(content, rule, reason))} onOverride={may.schedule && post && isSaved && !isReadOnly ? (rule) => lay({ kind: "override", rule }) : undefined} ruleHref={(rule) => `/rules/${rule}`}
            clear={<AllClear text={text} since={last && { number: last.number, text: textIn(last.content, channel) }} looked={lookedAt(practice, check.last?.took)} isReading={judgment.isReading} isEmpty={saysNothing(content)} isReadOnly={isReadOnly} onPutBack={({ start, end, was }) => write(withText(content, channel, text.slice(0, start) + was + text.slice(end)))} />} />
        </>
      }>
        <DraftHead post={post} writing={writing} acts={acts} zone={zone} isOut={isOut} isReadOnly={isReadOnly} maySchedule={may.schedule} onLay={lay} />
        <ChannelTabs lengths={lengths} channels={channels} chosen={view.tab} isReadOnly={isReadOnly} onChoose={view.choose} onAdd={() => lay({ kind: "channels" })} onOwn={(id, own) => write(withOwn(content, id, own))}>
          {content.inReplyTo && (content.surface === "reply" || content.surface === "message") ? <blockquote className="answers" dir="auto"><b>{content.inReplyTo.author || "Someone"}</b> wrote: {content.inReplyTo.text}</blockquote> : null}
          <WritingField text={text} label="Text of the post" isReadOnly={isReadOnly} marks={notes.filter(({ finding }) => isInText(finding)).map(({ id, finding: { start, end, severity } }) => ({ id, start, end, severity, isOpen: id === open }))}
            onText={(words) => write(withText(content, channel, words))} onOpen={view.open} onNext={(back) => view.step(back ? -1 : 1)} onFix={fixOpen} onHeights={setHeights} />
          <div className="under">
            <Counters lengths={lengths} />
            <Suspense>{content.pictures.length > 0 ? <Pictures pictures={content.pictures} isReadOnly={isReadOnly} onChange={(pictures) => write({ ...content, pictures })} /> : null}</Suspense>
            {saysNothing(content) && content.pillarReason === null ? null : <PillarLine proposed={judgment.pillar} chosen={content.pillarReason === null && judgment.pillar && !isReadOnly ? judgment.pillar.pillar : content.pillar} reason={content.pillarReason} isReadOnly={isReadOnly} onChange={(pillar, reason) => write({ ...content, pillar, pillarReason: reason })} />}
            <Suspense>{isReadOnly ? null : <Details content={content} onChange={write} />}</Suspense>
            <Suspense>{isReadOnly || !asked ? null : <ChannelAsks content={content} asked={asked} only={channel} onChange={write} />}</Suspense>
          </div>
        </ChannelTabs>
      </Sheet>
      <Suspense fallback={<aside className="preview" aria-label="Preview" />}><PreviewColumn posts={previews} chosen={view.shownOn} onChoose={view.showOn} /></Suspense>
      <ComposeGate
        state={acts.isActing ? { ...state, check: "reading" } : state} checked={post?.receipt && isSaved && post.version ? `${version}, checked ${time(post.receipt.at, zone)}` : undefined}
        approver={approverCell(state.approval.isNeeded, post, approver, people?.risks ?? [])} slot={slotCell(plannedFor, content.channels.length, zone)} onStep={(kind) => stepOf({ acts, view, judgment, asked: asked ?? [], approver, lay })[kind]?.()}
        more={<span className="narrow-only not-p"><Button kind="quiet" onPress={() => lay({ kind: "rehearsal" })}>Preview</Button></span>}
      />
      <Suspense>
        {writing.conflict ? <Conflict mine={content.text} theirs={writing.conflict.content.content.text} by={writing.conflict.by} at={writing.conflict.at ? dayAndTime(writing.conflict.at, zone) : undefined} onMine={writing.keepMine} onTheirs={writing.takeTheirs} /> : null}
        {laid ? <Dialogs
          laid={laid} close={() => lay(null)} practice={practice.id} post={post} channels={channels} content={content} plannedFor={plannedFor} zone={zone} now={now} previews={previews} writer={writer} fourEyes={people?.fourEyes ?? false} approver={approver?.id ?? null} mayMark={may.schedule}
          onChannels={(ids) => write(withChannels(content, ids, channels))} onTime={acts.giveTime} onApprover={(person) => { choose(person); acts.submit(person.id); }} onOverride={acts.askOverride}
          onTake={isReadOnly ? undefined : ({ content: words }: Version) => write(words)} onOut={acts.look}
        /> : null}
      </Suspense>
    </div>
  );
}

/** What lies in the bin is taken out first. */
const NOTHING = { write: false, approve: false, schedule: false };

interface Steps { acts: Acts; view: View; judgment: Judgment; asked: readonly Asked[]; approver: Person | null; lay: (laid: Laid) => void }

/** What the gate's one button does. */
const stepOf = ({ acts, view, judgment, asked, approver, lay }: Steps): Partial<Record<StepKind, () => void>> => ({
  "check-again": judgment.check.again,
  "write": () => document.querySelector<HTMLElement>(".writing .cm-content, .writing .plain")?.focus(),
  "fix-first": () => view.openFinding(judgment.stops[0]),
  "give-reason": () => view.openFinding(judgment.questions[0]),
  "shorten": () => view.choose(judgment.lengths.find(({ over }) => over > 0)?.channel ?? EVERY),
  "answer-channel": () => { const first = firstThatStops(asked)?.channel.id; if (first) { view.choose(first); showAsks(first); } },
  "choose-channel": () => lay({ kind: "channels" }),
  "choose-time": () => lay({ kind: "time" }),
  "change-time": () => lay({ kind: "time" }),
  "choose-approver": () => lay({ kind: "approver" }),
  "remind": () => lay({ kind: "approver" }),
  "read-return": () => lay({ kind: "history" }),
  "ask": () => acts.submit(approver?.id ?? null),
  "approve": acts.approve,
  "schedule": acts.schedule,
});

/** It may lie in a part that is folded away, and that the next drawing opens another channel of. */
const showAsks = (channel: string): void => void requestAnimationFrame(() => {
  const part = document.getElementById(`asks-${channel}`), folded = part?.closest("details");
  if (folded) folded.open = true;
  part?.scrollIntoView({ block: "center" });
  part?.focus({ preventScroll: true });
});

const lookedAt = ({ states }: Practice, took: number | undefined): string => `Read by every rule of ${states.join(", ")} and of federal law${took === undefined ? "" : `, in ${Math.max(1, Math.round(took))} ms`}.`;
