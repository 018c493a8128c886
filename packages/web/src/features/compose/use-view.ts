/** Which text is in view, and which of its notes is open. */
import type { Content, DeskFinding } from "@chaperone/contract";
import { useState } from "react";
import { EVERY } from "./channel-tabs.tsx";
import { type Note, notesOf, openIn, type Opened } from "./notes.ts";

export interface View {
  /** The tab, and the channel that it names; null where every channel is in view. */
  tab: string;
  channel: string | null;
  /** The network whose preview is shown. */
  shownOn: string;
  showOn: (channel: string) => void;
  choose: (tab: string) => void;
  notes: Note[];
  openNote: Note | null;
  open: (id: string | null) => void;
  openFinding: (finding: DeskFinding | undefined) => void;
  step: (by: 1 | -1) => void;
}

/** A post that is opened begins with its first stop open. */
export function useView(content: Content, findings: readonly DeskFinding[], isNew: boolean): View {
  const [chosen, choose] = useState(EVERY), [shownOn, showOn] = useState(""), [opened, setOpened] = useState<Opened | "first" | null>(isNew ? null : "first");
  const tab = content.channels.includes(chosen) ? chosen : EVERY, channel = tab === EVERY ? null : tab, hasOwn = channel !== null && content.overrides[channel] !== undefined;
  const notes = notesOf(findings, channel, hasOwn, content.reasons);
  const openNote = opened === "first" ? notes.find(({ finding }) => finding.severity === "stop") ?? null : openIn(notes, opened);

  const open = (id: string | null, among = notes): void => {
    const found = among.find((note) => note.id === id)?.finding;
    setOpened(found ? { id: id!, start: found.start, end: found.end } : null);
  };
  return {
    tab, channel, shownOn, showOn, notes, openNote, open: (id) => open(id),
    choose: (to) => { choose(to); if (to !== EVERY) showOn(to); open(null); },
    openFinding: (finding) => {
      const where = finding?.channels[0] ?? null, there = notesOf(findings, where, where !== null, content.reasons);
      choose(where ?? EVERY);
      const found = there.find((note) => note.finding === finding);
      if (found) open(found.id, there);
    },
    step: (by) => {
      if (notes.length === 0) return;
      const at = notes.findIndex(({ id }) => id === openNote?.id);
      open(notes[(at + by + notes.length) % notes.length]!.id);
    },
  };
}
