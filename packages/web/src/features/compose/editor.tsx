/** The draft, once it can draw on its words: one column of serif that grows with its text. What the desk found is underlined, and each underline knows its height. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { Annotation, Compartment, EditorState, Prec } from "@codemirror/state";
import { Decoration, EditorView, keymap, ViewPlugin } from "@codemirror/view";
import type { DecorationSet, ViewUpdate } from "@codemirror/view";
import { useEffect, useLayoutEffect, useRef } from "react";
import { asWords } from "./pasted.ts";
import type { UnderlineMark } from "./underlines.ts";
import { setUnderlines, underlines } from "./underlines.ts";
import "./editor.css";

/** Height of the middle of an underline's first line, below the top of the page. */
export type Heights = ReadonlyMap<string, number>;

export interface EditorProps {
  text: string;
  label: string;
  marks: readonly UnderlineMark[];
  isReadOnly?: boolean;
  /** Ids a sentence beside the page that says what the keys do. */
  describedBy?: string;
  onText: (text: string) => void;
  onOpen: (finding: string) => void;
  onNext: (back: boolean) => void;
  onFix: () => void;
  onHeights: (heights: Heights) => void;
  /** Where the caret stood in the plain field that this takes over from; null where nobody was writing in it. */
  caret?: { from: number; to: number } | null;
}

const PAUSE_MS = 250;
const fromOutside = Annotation.define<boolean>();

export function Editor(props: EditorProps) {
  const { text, label, marks, isReadOnly = false, describedBy } = props;
  const host = useRef<HTMLDivElement>(null), view = useRef<EditorView | null>(null), latest = useRef(props), access = useRef(new Compartment()), said = useRef<string[]>([]);
  latest.current = props;

  useLayoutEffect(() => {
    const made = new EditorView({ parent: host.current!, state: EditorState.create({ doc: latest.current.text, extensions: [extensions(() => latest.current, (words) => { said.current.push(words); latest.current.onText(words); }), access.current.of([])] }) });
    view.current = made;
    const { caret } = latest.current;
    if (caret) { made.dispatch({ selection: { anchor: caret.from, head: caret.to } }); made.focus(); }
    void document.fonts?.ready.then(() => made.requestMeasure());
    return () => { made.destroy(); view.current = null; };
  }, []);

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: access.current.reconfigure([
      EditorState.readOnly.of(isReadOnly), EditorView.editable.of(!isReadOnly),
      EditorView.contentAttributes.of({ role: "textbox", "aria-multiline": "true", "aria-label": label, spellcheck: "true", autocapitalize: "sentences", ...(isReadOnly ? { "aria-readonly": "true", tabindex: "0" } : {}), ...(describedBy ? { "aria-describedby": describedBy } : {}) }),
    ]) });
  }, [label, isReadOnly, describedBy]);

  useEffect(() => {
    // The page draws later than one types: what comes back is mostly what was said here a letter ago, and would undo the letter.
    const echo = said.current.lastIndexOf(text);
    said.current = echo < 0 ? [] : said.current.slice(echo + 1);
    if (echo >= 0) return;
    const change = view.current && difference(view.current.state.doc.toString(), text);
    if (change) view.current!.dispatch({ changes: change, annotations: fromOutside.of(true), scrollIntoView: false });
  }, [text]);

  useEffect(() => { if (view.current?.state.doc.toString() === text) said.current = []; });

  // Underlines wait for a pause in typing, and for a syllable that is still being composed; drawing the page again is no reason to wait again.
  const drawn = JSON.stringify(marks);
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout>;
    const show = (): void => {
      const editor = view.current;
      if (!editor) return;
      if (editor.composing) { pause = setTimeout(show, PAUSE_MS); return; }
      if (editor.state.doc.toString() === text) editor.dispatch({ effects: setUnderlines.of(latest.current.marks) });
    };
    pause = setTimeout(show, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [drawn, text]);

  return <div className="writing" ref={host} />;
}

function extensions(now: () => EditorProps, say: (words: string) => void) {
  return [
    // The page's policy lets style sheets of its own code in by this.
    EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.content ?? ""),
    history(), EditorView.lineWrapping, underlines, gaps,
    Prec.highest(keymap.of([
      { key: "F8", run: () => { now().onNext(false); return true; } },
      { key: "Shift-F8", run: () => { now().onNext(true); return true; } },
      { key: "Alt-Enter", run: () => { now().onFix(); return true; } },
    ])),
    keymap.of([...historyKeymap, ...defaultKeymap]),
    EditorView.clipboardInputFilter.of(asWords),
    EditorView.domEventHandlers({
      click: (event) => {
        const found = (event.target as HTMLElement).closest?.("[data-finding]")?.getAttribute("data-finding");
        if (found) now().onOpen(found);
        return false;
      },
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !update.transactions.some((one) => one.annotation(fromOutside))) say(update.state.doc.toString());
      measure(update, now);
    }),
  ];
}

function measure({ view, docChanged, geometryChanged, transactions }: ViewUpdate, now: () => EditorProps): void {
  if (!docChanged && !geometryChanged && !transactions.some(({ effects }) => effects.some((effect) => effect.is(setUnderlines)))) return;
  view.requestMeasure({
    key: "heights",
    read: () => {
      const heights = new Map<string, number>();
      for (const at = view.state.field(underlines).iter(); at.value; at.next()) {
        const { id } = at.value.spec as { id: string }, place = view.coordsAtPos(at.from, 1);
        if (place && !heights.has(id)) heights.set(id, (place.top + place.bottom) / 2 + scrollY);
      }
      return heights;
    },
    write: (heights) => now().onHeights(heights),
  });
}

const gap = Decoration.line({ class: "gap" });

/** An empty line between paragraphs is half a line high, as a paragraph's space would be. */
const gaps = ViewPlugin.fromClass(class {
  decorations: DecorationSet;
  constructor(view: EditorView) { this.decorations = gapsOf(view); }
  update(update: ViewUpdate) { if (update.docChanged || update.viewportChanged) this.decorations = gapsOf(update.view); }
}, { decorations: (plugin) => plugin.decorations });

function gapsOf({ state: { doc } }: EditorView): DecorationSet {
  const found = [];
  for (let number = 2; number < doc.lines; number++) {
    const line = doc.line(number);
    if (line.length === 0 && doc.line(number - 1).length > 0 && doc.line(number + 1).length > 0) found.push(gap.range(line.from));
  }
  return Decoration.set(found);
}

/** The smallest change that makes one text the other, so that the caret and the underlines stay where they are. */
export function difference(from: string, to: string): { from: number; to: number; insert: string } | null {
  if (from === to) return null;
  let start = 0, end = 0;
  const most = Math.min(from.length, to.length);
  while (start < most && from[start] === to[start]) start++;
  while (end < most - start && from[from.length - 1 - end] === to[to.length - 1 - end]) end++;
  return { from: start, to: from.length - end, insert: to.slice(start, to.length - end) };
}
