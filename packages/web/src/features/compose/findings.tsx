/** What the desk says: one note open, the others one line with their way out. A question takes a reason; nothing is dismissed. */
import type { Context } from "@chaperone/engine";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { Finding, FindingLine } from "../../components/finding.tsx";
import { Keys } from "../../components/keys.tsx";
import { Shape } from "../../components/shape.tsx";
import { lawsOf } from "../../lib/laws.ts";
import type { Fix } from "./fixes.ts";
import { fixOf, ofTakingOut } from "./fixes.ts";
import { isInText, type Note, placeOf } from "./notes.ts";
import "./findings.css";

interface FindingsProps {
  notes: readonly Note[];
  text: string;
  context: Context;
  /** Topic id to its title. */
  topics: Readonly<Record<string, string>>;
  open: string | null;
  isReadOnly?: boolean;
  onOpen: (id: string | null) => void;
  onFix: (fix: Fix) => void;
  onReason: (rule: string, reason: string | null) => void;
  /** Asks a second person to let a stop stand; absent where this person may not ask. */
  onOverride?: ((rule: string) => void) | undefined;
  ruleHref?: ((rule: string) => string) | undefined;
  /** Stands where there is nothing to say: what changed, what was read. */
  clear: React.ReactNode;
}

export function Findings({ notes, clear, open, onOpen, ...rest }: FindingsProps) {
  if (notes.length === 0) return <div className="findings">{clear}</div>;
  const at = notes.findIndex(({ id }) => id === open), step = (by: number) => onOpen(notes[(Math.max(at, 0) + by + notes.length) % notes.length]!.id);
  return (
    <div className="findings compose-notes">
      {notes.map((note) => note.id === open
        ? <OpenNote key={note.id} note={note} of={notes.length} onStep={step} onClose={() => onOpen(null)} {...rest} />
        : <ShutNote key={note.id} note={note} onOpen={() => onOpen(note.id)} {...rest} />)}
      <Keys of={[["F8", "next note"], ["Alt Enter", "use its fix"]]} />
    </div>
  );
}

type Rest = Omit<FindingsProps, "notes" | "clear" | "open" | "onOpen">;

function OpenNote({ note, of, onStep, onClose, text, context, topics, isReadOnly = false, onFix, onReason, onOverride, ruleHref }: Rest & { note: Note; of: number; onStep: (by: number) => void; onClose: () => void }) {
  const { finding, number } = note, isFixable = !isReadOnly && isInText(finding), fix = isFixable ? fixOf(finding, text, context) : null, out = isFixable ? ofTakingOut(finding, text) : null, place = placeOf(finding);
  const [isAnswering, answer] = useState(false);
  const asks = finding.severity === "question" && !isReadOnly;
  return (
    <Finding
      level={2} severity={finding.severity} number={number} topic={[topics[finding.topic], place?.toLowerCase()].filter(Boolean).join(", ")} onClose={onClose}
      what={finding.by === "second-reader" ? `The second reader asks: ${finding.message}` : finding.message} why={finding.why} laws={lawsOf(finding.authorities, ruleHref?.(finding.rule))}
      instead={fix?.words ?? <span className="advice">{finding.instead}</span>}
      actions={isAnswering ? undefined : <>
        {fix ? <Button low kind={finding.severity === "question" && !fix.words ? "plain" : "primary"} onPress={() => onFix(fix)}>{fix.words ? "Use this" : fix.label}</Button> : null}
        {asks ? <Button low kind={fix ? "quiet" : "ask"} onPress={() => answer(true)}>{note.reason ? "Change the reason" : "Keep, with a reason"}</Button> : null}
        {out && fix?.words !== null && fix !== null ? <Button low kind="quiet" onPress={() => onFix(out)}>{out.label}</Button> : null}
        {asks && !fix && out ? <Button low kind="quiet" onPress={() => onFix(out)}>{out.label}</Button> : null}
        {finding.severity === "stop" && onOverride ? <Button low kind="quiet" onPress={() => onOverride(finding.rule)}>Ask for an exception</Button> : null}
      </>}
    >
      <div className="only-p steps-p">
        <IconButton icon={IconChevronLeft} label="Note before" low onPress={() => onStep(-1)} /><span className="small faint">{number} of {of}</span><IconButton icon={IconChevronRight} label="Next note" low onPress={() => onStep(1)} />
      </div>
      {note.reason && !isAnswering ? <p className="reason"><span className="label">Your reason</span>{note.reason}</p> : null}
      {isAnswering ? <Reason was={note.reason} onDone={(reason) => { answer(false); if (reason !== undefined) onReason(finding.rule, reason); }} /> : null}
    </Finding>
  );
}

function ShutNote({ note, onOpen, text, context, isReadOnly = false, onFix }: Rest & { note: Note; onOpen: () => void }) {
  const { finding, number, reason } = note, fix = isReadOnly || !isInText(finding) ? null : fixOf(finding, text, context);
  const action = fix ? <Button low kind="plain" words={fix.words !== null} onPress={() => onFix(fix)}>{fix.label}</Button>
    : reason ? <span className="answered small"><Shape kind="clear" size={15} />Answered</span>
    : finding.severity === "question" && !isReadOnly ? <Button low kind="plain" onPress={onOpen}>Give a reason</Button> : undefined;
  return <FindingLine severity={finding.severity} number={number} what={[placeOf(finding), finding.message].filter(Boolean).join(": ")} action={action} onOpen={onOpen} />;
}

const LEAST = 3;

function Reason({ was, onDone }: { was: string | null; onDone: (reason?: string | null) => void }) {
  const [said, say] = useState(was ?? ""), id = useId();
  return (
    <form className="reason-form" onSubmit={(event) => { event.preventDefault(); if (said.trim().length >= LEAST) onDone(said.trim()); }}>
      <label htmlFor={id}>Why these words may stand</label>
      <textarea id={id} autoFocus rows={3} value={said} onChange={(event) => say(event.target.value)} onKeyDown={(event) => { if (event.key === "Escape") { event.stopPropagation(); onDone(); } }} />
      <p className="tiny faint">Whoever approves reads it, and it stays in the record.</p>
      <div className="acts"><Button low kind="primary" type="submit" isDisabled={said.trim().length < LEAST}>Keep the words</Button><Button low kind="quiet" onPress={() => onDone()}>Cancel</Button>{was ? <Button low kind="quiet" onPress={() => onDone(null)}>Take the reason back</Button> : null}</div>
    </form>
  );
}
