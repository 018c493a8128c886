import type { ReadBack } from "@chaperone/contract";
import { Notice } from "../../components/notice.tsx";
import { changesBetween } from "../../lib/changes.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { readSays } from "./words.ts";

/** How it reads there, beside what was approved: only what differs is shown, in its own words. */
export function ReadBackPart({ readBack, zone }: { readBack: ReadBack; zone: string }) {
  const { state, at, text, approved } = readBack, { kind, title, next } = readSays(readBack), changes = state === "differs" ? changesBetween(approved, text) : [];
  return (
    <div className="read-back">
      <Notice kind={kind} title={title}>{next} <span className="muted">Read {dayAndTime(at, zone)}.</span></Notice>
      {changes.length > 0 ? <ul className="changes" aria-label="Differences">{changes.map(({ was, is, start }) => <li key={`${start}:${was}`}><p className="serif">{was.trim() ? <del>{was}</del> : null}{is.trim() ? <ins>{is}</ins> : null}</p></li>)}</ul> : null}
    </div>
  );
}
