/** The numbered shapes on the margin line, each at the height of its words. */
import { useEffect, useRef, useState } from "react";
import { Shape } from "../../components/shape.tsx";
import type { Heights } from "./editor.tsx";
import { placeNotches } from "./place-notches.ts";
import type { Note } from "./notes.ts";

export function Notches({ notes, heights, open, onOpen }: { notes: readonly Note[]; heights: Heights; open: string | null; onOpen: (id: string) => void }) {
  const anchor = useRef<HTMLSpanElement>(null), [top, setTop] = useState(0);
  // Heights are the page's; the margin begins somewhere on it.
  useEffect(() => { const margin = anchor.current?.parentElement; if (margin) setTop(margin.getBoundingClientRect().top + scrollY); }, [heights]);
  const placed = placeNotches(notes.flatMap(({ id }) => { const at = heights.get(id); return at === undefined ? [] : [{ id, at: at - top }]; }));
  return (
    <>
      <span ref={anchor} hidden />
      {placed.map(({ id, top: y }) => {
        const { number, finding } = notes.find((note) => note.id === id)!;
        return <button key={id} type="button" className={`notch ${finding.severity}${id === open ? " on" : ""}`} style={{ top: y }} aria-label={`Note ${number}`} onClick={() => onOpen(id)}><Shape kind={finding.severity} size={20} number={number} /></button>;
      })}
    </>
  );
}
