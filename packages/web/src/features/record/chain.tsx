import type { Entry } from "@chaperone/contract";
import { useState } from "react";
import { Link } from "../../components/link.tsx";
import { RecordDay, RecordRow } from "../../components/record-row.tsx";
import { time } from "../../lib/dates.ts";
import { byDay, dayTitle } from "./by-day.ts";
import { Sentence, signOf } from "./sentence.tsx";

/** The entries on their line, one of them open. */
export function Chain({ entries, zone, now }: { entries: readonly Entry[]; zone: string; now: Date }) {
  const [open, turn] = useState<number | null>(null);
  return byDay(entries, zone).map(([day, ofDay]) => (
    <RecordDay key={day} day={dayTitle(ofDay[0]!.at, zone, now)}>
      {ofDay.map((entry) => (
        <RecordRow key={entry.seq} time={time(entry.at, zone)} sign={signOf(entry)} hash={entry.hash} open={open === entry.seq} onToggle={() => turn(open === entry.seq ? null : entry.seq)} proofs={open === entry.seq ? proofsOf(entry) : []}>
          <Sentence entry={entry} />
        </RecordRow>
      ))}
    </RecordDay>
  ));
}

const inFours = (hash: string): string => hash.replaceAll(/(.{4})(?=.)/g, "$1 ");
const mono = (text: string) => <span className="mono">{text}</span>;

function proofsOf(entry: Entry): { term: string; detail: React.ReactNode }[] {
  const facts = Object.entries(entry.facts).filter(([, value]) => value !== null);
  return [
    { term: "Entry", detail: mono(`${entry.seq}, ${entry.action}, ${entry.at}`) },
    ...(entry.about.kind === "post" ? [{ term: "Post", detail: <><Link className="link" href={`/compose/${entry.about.id}`}>Open the post</Link><Link className="link" href={`/record?post=${entry.about.id}`}>Only this post</Link></> }] : []),
    ...facts.map(([name, value]) => ({ term: name[0]!.toUpperCase() + name.slice(1).replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`), detail: mono(factText(value)) })),
    ...(entry.by.kind === "desk" ? [] : [{ term: entry.by.kind === "key" ? "By key" : "By", detail: <>{entry.by.name} {mono(entry.by.id)}</> }]),
    { term: "Entry before", detail: mono(inFours(entry.prev)) },
    { term: "This entry", detail: mono(inFours(entry.hash)) },
  ];
}

const factText = (value: unknown): string => typeof value === "string" ? (/^[0-9a-f]{64}$/.test(value) ? inFours(value) : value) : Array.isArray(value) ? value.map(String).join(", ") : JSON.stringify(value);
