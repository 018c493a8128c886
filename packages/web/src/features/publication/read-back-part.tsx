import type { ReadBack } from "@chaperone/contract";
import { Notice } from "../../components/notice.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { driftIn } from "./drift.ts";
import { readSays } from "./words.ts";

/** How it reads there, beside what was approved: where it differs, with both words in their place. */
export function ReadBackPart({ readBack, zone }: { readBack: ReadBack; zone: string }) {
  const { state, at, text, approved } = readBack, { kind, title, next } = readSays(readBack);
  return (
    <div className="read-back">
      <Notice kind={kind} title={title}>{next} <span className="muted">Read {dayAndTime(at, zone)}.</span></Notice>
      {state === "differs" ? <p className="drift serif" role="group" aria-label="How it reads there, with what was approved" dir="auto">{driftIn(approved, text).map((piece, number) => piece.kind === "same" ? piece.text : piece.kind === "was" ? <del key={number}>{piece.text}</del> : <ins key={number}>{piece.text}</ins>)}</p> : null}
    </div>
  );
}
