/** The heart of the desk: the words, what the check says of them, and the one next lawful step. */
import { type Channel, contextOf, outgoing, type Post, type Practice, type Version, voicesOf } from "@chaperone/contract";
import { IconArrowLeft, IconDots, IconEye } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { useGo } from "../../components/link.tsx";
import { Menu } from "../../components/menu.tsx";
import { Notice } from "../../components/notice.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { api } from "../../lib/api.ts";
import { dayAndTime, time, zoneName } from "../../lib/dates.ts";
import { showStanding } from "../../lib/favicon.ts";
import { useNow } from "../../lib/now.ts";
import { queryClient } from "../../lib/query.ts";
import { postsChanged } from "../../lib/session.ts";
import { toast } from "../../lib/toast.ts";
import { AllClear } from "./all-clear.tsx";
import { approversIn } from "./approver-dialog.tsx";
import { ChannelTabs, EVERY } from "./channel-tabs.tsx";
import { Conflict } from "./conflict.tsx";
import { Counters, lengthsOf } from "./counters.tsx";
import { Details } from "./details.tsx";
import { Dialogs, type Laid } from "./dialogs.tsx";
import { saysNothing, textIn, withChannels, withOwn, withReason, withText } from "./draft.ts";
import { Editor, type Heights } from "./editor.tsx";
import { Findings } from "./findings.tsx";
import { fixOf, type Fix } from "./fixes.ts";
import { ComposeGate } from "./gate.tsx";
import { gateState, overriddenIn } from "./gate-state.ts";
import type { StepKind } from "./next-step.ts";
import { mustChange, notesOf, type Opened, openIn, unanswered } from "./notes.ts";
import { Notches } from "./notches.tsx";
import { Pictures } from "./pictures.tsx";
import { PillarLine } from "./pillar-line.tsx";
import { membersQuery, postQuery, versionsQuery } from "../../lib/post-queries.ts";
import { previewed } from "./previewed.tsx";
import { PreviewColumn } from "./previews/preview.tsx";
import { together } from "./second-opinion.ts";
import { changed } from "./take-out.ts";
import { useAct } from "../../lib/use-act.ts";
import { useCheck } from "./use-check.ts";
import { useDeskCheck } from "./use-desk-check.ts";
import type { Writing } from "./use-writing.ts";
import "./compose.css";

export interface ComposeProps {
  practice: Practice;
  channels: readonly Channel[];
  me: string;
  may: { write: boolean; approve: boolean; schedule: boolean };
  /** Null until the first words have been kept. */
  post: Post | null;
  writing: Writing;
}

const STANDING_WORDS = { saved: "Saved", kept: "Not saved yet", sending: "Saving", offline: "Kept in this browser; the desk cannot be reached", conflict: "Changed elsewhere" } as const;

export function Compose({ practice, channels, me, may: role, post, writing }: ComposeProps) {
  const now = useNow(), zone = practice.timeZone, { draft, type, standing, isSaved } = writing, { content, plannedFor, title } = draft;
  const isOut = post?.state === "published" || post?.publications.some(({ state }) => state === "published") === true;
  const isReadOnly = !role.write || isOut || post?.deletedAt != null, may = { ...role, write: role.write && !isOut };

  const [chosen, choose] = useState(EVERY), [shownOn, showOn] = useState(""), [opened, setOpened] = useState<Opened | "first" | null>(post === null ? null : "first"), [heights, setHeights] = useState<Heights>(new Map()), [laid, lay] = useState<Laid | null>(null);
  const [asked, ask] = useState<{ id: string; name: string } | null>(null), channel = chosen === EVERY ? null : chosen, hasOwn = channel !== null && content.overrides[channel] !== undefined;
  const text = textIn(content, channel), context = useMemo(() => contextOf(practice), [practice]);

  const parts = useMemo(() => voicesOf(content).map((one) => ({ channel: one, text: outgoing(content, one) })), [content]);
  const question = useMemo(() => ({ parts, surface: content.surface, inReplyTo: content.surface === "reply" ? content.inReplyTo : null, context, house: [] }), [parts, content.surface, content.inReplyTo, context]);
  const check = useCheck(question), page = check.last?.findings ?? [];
  const desk = useDeskCheck(practice.id, content, check.state === "checked" ? page : null, role.write && !isOut && standing !== "offline");
  // Until the page has read for itself, the receipt of these very words speaks.
  const receipt = post?.version && isSaved && (isOut || check.last === null) ? post.receipt : null;
  const findings = receipt ? receipt.findings : together(page, content, desk.opinion);
  const stops = mustChange(findings, overriddenIn(post)), questions = unanswered(findings, content.reasons), verdict = stops.length > 0 ? "stop" : questions.length > 0 ? "question" : "clear";
  const notes = notesOf(findings, channel, hasOwn, content.reasons), openNote = opened === "first" ? notes.find(({ finding }) => finding.severity === "stop") ?? null : openIn(notes, opened), open = openNote?.id ?? null, isChecking = check.state === "reading" && !isOut;

  const setOpen = (id: string | null, among = notes): void => { const found = among.find((note) => note.id === id)?.finding; setOpened(id !== null && found ? { id, start: found.start, end: found.end } : null); };

  const members = useQuery({ ...membersQuery(practice.id), enabled: role.write }).data ?? [];
  const people = desk.people ?? (post?.receipt ? { peopleNeeded: post.receipt.peopleNeeded, fourEyes: post.receipt.fourEyes, risks: post.receipt.risks } : null);
  const writer = post?.author.id ?? me, able = approversIn(members, writer, people?.fourEyes ?? false);
  const approver = asked ?? able.find(({ person }) => person.id !== me)?.person ?? able[0]?.person ?? null;
  const lengths = lengthsOf(content, channels);
  const state = gateState({ draft, post: isSaved ? post : post && { ...post, version: null, state: "draft" }, check: check.state === "failed" ? "failed" : isChecking && check.last === null && !receipt ? "reading" : verdict, findings, lengths, practice, people, approver, me, may, isSaved, now });

  useEffect(() => { showStanding(verdict); return () => showStanding("clear"); }, [verdict]);
  // What the line says is what is kept, because the share of selling posts is counted by it. A version that stands is left as it was agreed on.
  const proposed = check.state === "checked" && !isReadOnly && !saysNothing(content) && content.pillarReason === null && (!isSaved || !post?.version) ? check.last.pillar.pillar : content.pillar;
  useEffect(() => { if (proposed !== content.pillar) type({ ...draft, content: { ...content, pillar: proposed } }); });
  const versions = useQuery({ ...versionsQuery(practice.id, post?.id ?? ""), enabled: post !== null && post.versions > 0 }).data, last = versions?.[0] ?? null;

  const { act, says, isActing } = useAct(), goTo = useGo();
  const done = (after: Post): void => { queryClient.setQueryData(postQuery(practice.id, after.id).queryKey, after); void postsChanged(practice.id); };
  const on = post ? { practice: practice.id, post: post.id } : null;
  const write = (to: typeof content): void => type({ ...draft, content: to });
  const fix = (way: Fix): void => { write(withText(content, channel, changed(text, way))); setOpen(null); };
  /** Only a version can be let stand, so a draft becomes one first. */
  const askOverride = (rule: string, reason: string): void => {
    if (!on) return;
    act(async () => {
      const version = post?.version ?? (await api.posts.submit({ params: on, body: { revision: writing.revision, askOf: null } })).version!;
      await api.posts.askOverride({ params: on, body: { version, rule, reason } });
      done(await api.posts.show({ params: on }));
    });
  };
  const submit = (askOf: string | null): void => { if (on) act(async () => done(await api.posts.submit({ params: on, body: { revision: writing.revision, askOf } }))); };
  const giveTime = (at: string | null): void => {
    if (!on || !post?.version || !isSaved) return type({ ...draft, plannedFor: at });
    const before = post.plannedFor;
    act(async () => {
      done(at === null ? await api.posts.unschedule({ params: on }) : await api.posts.move({ params: on, body: { at } }));
      writing.took({ plannedFor: at });
      toast({ says: at ? `Moved to ${dayAndTime(at, zone)}.` : "Taken off the calendar.", ...(before ? { undo: () => giveTime(before) } : {}) });
    });
  };
  const step = (kind: StepKind): void => {
    const steps: Partial<Record<StepKind, () => void>> = {
      "check-again": check.again,
      "write": () => document.querySelector<HTMLElement>(".writing .cm-content")?.focus(),
      "fix-first": () => openFirst("stop"),
      "give-reason": () => openFirst("question"),
      "shorten": () => choose(lengths.find(({ over }) => over > 0)?.channel ?? EVERY),
      "choose-channel": () => lay({ kind: "channels" }),
      "choose-time": () => lay({ kind: "time" }),
      "change-time": () => lay({ kind: "time" }),
      "choose-approver": () => lay({ kind: "approver" }),
      "remind": () => lay({ kind: "approver" }),
      "read-return": () => lay({ kind: "history" }),
      "ask": () => submit(approver?.id ?? null),
      "approve": () => { if (on && post?.version) act(async () => done(await api.posts.decide({ params: on, body: { version: post.version!, decision: "approved", note: "" } }))); },
      "schedule": () => { if (on && post?.version && plannedFor) act(async () => done(await api.posts.schedule({ params: on, body: { version: post.version!, at: plannedFor } }))); else submit(null); },
    };
    steps[kind]?.();
  };
  const openFirst = (severity: "stop" | "question"): void => {
    const first = (severity === "stop" ? stops : questions)[0], where = first?.channels[0] ?? EVERY;
    choose(where);
    const there = notesOf(findings, where === EVERY ? null : where, where !== EVERY, content.reasons), found = there.find(({ finding }) => finding === first);
    if (found) setOpen(found.id, there);
  };
  const goNext = (back: boolean): void => {
    if (notes.length === 0) return;
    const at = notes.findIndex(({ id }) => id === open);
    setOpen(notes[(at + (back ? -1 : 1) + notes.length) % notes.length]!.id);
  };
  const remove = (): void => { if (on) act(async () => { await api.posts.remove({ params: on }); done(await api.posts.show({ params: on })); toast({ says: "The post is in the bin.", undo: () => void api.posts.restore({ params: on }).then(done) }); }); };
  const restore = (): void => { if (on) act(async () => done(await api.posts.restore({ params: on }))); };
  const previews = previewed(content, channels, title, plannedFor, zone, now);
  const summary = post?.versions ? `Version ${post.versions}` : null;

  return (
    <div className="compose">
      {says ? <div className="across"><Notice kind="stop" title={says.says}>{says.next}</Notice></div> : null}
      {writing.problem ? <div className="across"><Notice kind="stop" title={writing.problem.says}>{writing.problem.next}</Notice></div> : null}
      {isOut ? <div className="across"><Notice kind="note" title="This has gone out, so its words stay." actions={role.write && post ? <a className="link" href={`/compose?like=${post.id}`}>Write another like it</a> : undefined} /></div> : null}
      {post?.deletedAt ? <div className="across"><Notice kind="note" title="This post is in the bin." actions={role.write ? <Button low onPress={restore}>Take it out</Button> : undefined} /></div> : null}
      <Sheet label="Draft" marginClass={verdict} margin={
        <>
          <Notches notes={notes} heights={heights} open={open} onOpen={setOpen} />
          <Findings notes={notes} text={text} context={context} topics={check.last?.topics ?? {}} open={open} isReadOnly={isReadOnly} onOpen={setOpen} onFix={fix}
            onReason={(rule, reason) => write(withReason(content, rule, reason))} onOverride={role.schedule && post && isSaved ? (rule) => lay({ kind: "override", rule }) : undefined} ruleHref={(rule) => `/rules/${rule}`}
            clear={<AllClear text={text} since={last && { number: last.number, text: textIn(last.content, channel) }} looked={lookedAt(practice, check.last?.took)} isReading={isChecking && !receipt} isEmpty={saysNothing(content)} onPutBack={({ start, end, was }) => write(withText(content, channel, text.slice(0, start) + was + text.slice(end)))} />} />
        </>
      }>
        <div className="dochead">
          <IconButton icon={IconArrowLeft} label="To the calendar" onPress={() => goTo("/calendar")} className="only-p" />
          <h1><input aria-label="Title" placeholder="Without a title" maxLength={200} value={title} readOnly={isReadOnly} onChange={(event) => type({ ...draft, title: event.target.value })} /></h1>
          <span className={`saved${standing === "offline" ? " unkept" : ""}`} role="status">{[summary, isOut || (!post && isSaved) ? null : (standing === "offline" && writing.problem ? "Kept in this browser; the desk did not take it" : STANDING_WORDS[standing]) + (standing === "saved" && writing.savedAt ? ` ${time(writing.savedAt, zone)}` : "")].filter(Boolean).join(" · ")}</span>
          <IconButton icon={IconEye} label="Previews" onPress={() => lay({ kind: "rehearsal" })} className="only-p" />
          <Menu label="More" trigger={<IconButton icon={IconDots} label="More" low />} sections={[
            { entries: [{ id: "preview", label: "Previews side by side", onAction: () => lay({ kind: "rehearsal" }) }, ...(post ? [{ id: "history", label: "History", onAction: () => lay({ kind: "history" }) }] : []), ...(post?.publications.some(({ state: at, version }) => at !== "removed" && version === post.version) ? [{ id: "out", label: "Going out", onAction: () => lay({ kind: "going-out" }) }] : [])] },
            ...(post && !isReadOnly ? [{ entries: [...(post.state === "scheduled" && role.schedule ? [{ id: "unschedule", label: "Take it off the calendar", onAction: () => giveTime(null) }] : []), { id: "remove", label: "Put it in the bin", danger: true, onAction: remove }] }] : []),
          ]} />
        </div>
        <ChannelTabs lengths={lengths} channels={channels} chosen={chosen === EVERY || content.channels.includes(chosen) ? chosen : EVERY} isReadOnly={isReadOnly} onChoose={(id) => { choose(id); if (id !== EVERY) showOn(id); setOpen(null); }} onAdd={() => lay({ kind: "channels" })} onOwn={(id, own) => write(withOwn(content, id, own))}>
          {content.inReplyTo && (content.surface === "reply" || content.surface === "message") ? <blockquote className="answers"><b>{content.inReplyTo.author || "Someone"}</b> wrote: {content.inReplyTo.text}</blockquote> : null}
          <Editor text={text} label="Text of the post" isReadOnly={isReadOnly} marks={notes.filter(({ finding }) => finding.picture === null).map(({ id, finding: { start, end, severity } }) => ({ id, start, end, severity, isOpen: id === open }))}
            onText={(words) => write(withText(content, channel, words))} onOpen={setOpen} onNext={goNext} onFix={() => { const way = openNote && !isReadOnly ? fixOf(openNote.finding, text, context) : null; if (way) fix(way); }} onHeights={setHeights} />
          <div className="under">
            <Counters lengths={lengths} />
            {content.pictures.length > 0 ? <Pictures pictures={content.pictures} isReadOnly={isReadOnly} onChange={(pictures) => write({ ...content, pictures })} /> : null}
            {saysNothing(content) && content.pillarReason === null ? null : <PillarLine proposed={check.last?.pillar ?? null} chosen={content.pillarReason === null && check.last && !isReadOnly ? check.last.pillar.pillar : content.pillar} reason={content.pillarReason} isReadOnly={isReadOnly} onChange={(pillar, reason) => write({ ...content, pillar, pillarReason: reason })} />}
            {isReadOnly ? null : <Details content={content} onChange={write} />}
          </div>
        </ChannelTabs>
      </Sheet>
      <PreviewColumn posts={previews} chosen={shownOn} onChoose={showOn} />
      <ComposeGate
        state={isActing ? { ...state, check: "reading" } : state} checked={post?.receipt && isSaved && post.version ? `${summary}, checked ${time(post.receipt.at, zone)}` : undefined}
        approver={approverCell(state.approval.isNeeded, post, approver, people?.risks ?? [])}
        slot={plannedFor ? { title: dayAndTime(plannedFor, zone), detail: `${content.channels.length} ${content.channels.length === 1 ? "channel" : "channels"}, ${zoneName(zone, plannedFor)}` } : { title: "No time yet", detail: zoneName(zone) }}
        onStep={step}
        more={<span className="narrow-only not-p"><Button kind="quiet" onPress={() => lay({ kind: "rehearsal" })}>Preview</Button></span>}
      />
      {writing.conflict ? <Conflict mine={content.text} theirs={writing.conflict.content.content.text} by={writing.conflict.by} at={writing.conflict.at ? dayAndTime(writing.conflict.at, zone) : undefined} onMine={writing.keepMine} onTheirs={writing.takeTheirs} /> : null}
      <Dialogs
        laid={laid} close={() => lay(null)} practice={practice.id} post={post} channels={channels} content={content} plannedFor={plannedFor} zone={zone} now={now} previews={previews} writer={writer} fourEyes={people?.fourEyes ?? false} approver={approver?.id ?? null} mayMark={role.schedule}
        onChannels={(ids) => write(withChannels(content, ids))} onTime={giveTime} onApprover={(person) => { ask(person); submit(person.id); }}
        onOverride={askOverride}
        onTake={isReadOnly ? undefined : ({ content: words }: Version) => write(words)} onOut={() => { if (on) void api.posts.show({ params: on }).then(done); }}
      />
    </div>
  );
}

const lookedAt = ({ states }: Practice, took: number | undefined): string => `Read by every rule of ${states.join(", ")} and of federal law${took === undefined ? "" : `, in ${Math.max(1, Math.round(took))} ms`}.`;

function approverCell(isNeeded: boolean, post: Post | null, approver: { name: string } | null, risks: readonly string[]): { title: string; detail: string } {
  if (post && post.version !== null && post.approvedBy.length > 0) return { title: `${post.approvedBy.map(({ name }) => name).join(" and ")} approved`, detail: "These very words" };
  if (post?.state === "returned") return { title: "Returned", detail: post.approvals.findLast(({ decision }) => decision === "returned")?.note ?? "" };
  if (post?.state === "waiting") return { title: post.askedOf ? `${post.askedOf.name} is asked` : "Waits for an approval", detail: risks[0] ?? "" };
  if (!isNeeded) return { title: "Nobody has to approve", detail: "The check is clear and nothing makes it risky" };
  return { title: approver ? `${approver.name} approves` : "Someone has to approve", detail: risks[0] ?? "Asked once the check is clear" };
}
