import { type ProblemCode, Refused } from "@chaperone/contract";
import { useState } from "react";
import { Button, type ButtonKind, ButtonLink } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { inWords } from "../../lib/api.ts";

export type Decision = "approved" | "returned" | "granted" | "refused";

interface Words { does: string; kind: ButtonKind; asks: string; help: string; mustSay: boolean }
const WORDS: Record<Decision, Words> = {
  approved: { does: "Approve", kind: "primary", asks: "A note, if you like", help: "It stays with the post.", mustSay: false },
  returned: { does: "Return it", kind: "ask", asks: "What should change", help: "The author reads it, and it stays with the post.", mustSay: true },
  granted: { does: "Let it stand", kind: "held", asks: "A note, if you like", help: "It is kept with the exception.", mustSay: false },
  refused: { does: "Refuse", kind: "plain", asks: "A note, if you like", help: "It is kept with the exception.", mustSay: false },
};

/** Takes the gate's place while one decides: what is said with it, and the one button that does it. */
export function Deciding({ decision, title, isSending, onDecide, close }: { decision: Decision; title: string; isSending: boolean; onDecide: (note: string) => void; close: () => void }) {
  const { does, kind, asks, help, mustSay } = WORDS[decision], [note, write] = useState(""), mayGo = !isSending && (!mustSay || note.trim() !== "");
  return (
    <form className="deciding" aria-label={`${does}: ${title}`} onSubmit={(event) => { event.preventDefault(); if (mayGo) onDecide(note.trim()); }}
      onKeyDown={(event) => { if (event.key === "Escape") close(); if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && mayGo) onDecide(note.trim()); }}>
      <TextArea label={asks} help={help} rows={2} maxLength={2000} value={note} onChange={write} autoFocus />
      <div className="row"><Button kind="quiet" onPress={close}>Leave it</Button><Button kind={kind} type="submit" isDisabled={!mayGo}>{isSending ? "One moment" : does}</Button></div>
    </form>
  );
}

const CHECK_AGAIN: readonly ProblemCode[] = ["rules-changed", "not-checked"], LOOK_AGAIN: readonly ProblemCode[] = ["old-version", "already-done"];

/** What the desk refused, and the step that leads on. */
export function RefusedDecision({ error, post, onCheckAgain, onLookAgain }: { error: unknown; post: string; onCheckAgain: () => void; onLookAgain: () => void }) {
  const { says, next } = inWords(error), code = error instanceof Refused ? error.code : null;
  const way = code === null ? null
    : CHECK_AGAIN.includes(code) ? <Button low onPress={onCheckAgain}>Check again</Button>
    : LOOK_AGAIN.includes(code) ? <Button low onPress={onLookAgain}>Look at it as it is now</Button>
    : code === "needs-review" || code === "needs-reason" ? <ButtonLink low href={`/compose/${post}`}>Open the post</ButtonLink> : null;
  return <div className="refused-decision"><Notice kind="stop" title={says} actions={way}>{next}</Notice></div>;
}
