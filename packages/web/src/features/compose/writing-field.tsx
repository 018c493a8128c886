/** The draft. A plain field takes the first letters; the editor that can underline is a third of the page's weight and takes over when it has come, with text and caret. */
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { whenIdle } from "../../lib/later.ts";
import type { EditorProps } from "./editor.tsx";
import { asWords } from "./pasted.ts";
import "./editor.css";

type Editor = (props: EditorProps) => React.ReactNode;
const TRY_AGAIN_MS = 100;

/** What has come once is there the next time. */
let come: Editor | null = null;

export function WritingField(props: EditorProps) {
  const [Full, take] = useState<Editor | null>(() => come), field = useRef<HTMLTextAreaElement>(null), isComposing = useRef(false), caret = useRef<NonNullable<EditorProps["caret"]> | null>(null);
  useEffect(() => {
    if (come) return;
    let isGone = false;
    // A syllable that is still being composed belongs to the field it was begun in.
    const swap = (): void => {
      if (isGone) return;
      if (isComposing.current) { setTimeout(swap, TRY_AGAIN_MS); return; }
      const at = field.current;
      caret.current = at && document.activeElement === at ? { from: at.selectionStart, to: at.selectionEnd } : null;
      // In one step: a letter typed between the one field and the other would go nowhere.
      flushSync(() => take(() => come));
    };
    // Where it does not come, the plain field stays, and everything but the underlines works.
    void whenIdle().then(() => import("./editor.tsx")).then((file) => { come = file.Editor; swap(); }, () => undefined);
    return () => { isGone = true; };
  }, []);
  return Full ? <Full {...props} caret={caret.current} /> : <PlainField {...props} field={field} onComposing={(is) => { isComposing.current = is; }} />;
}

interface PlainFieldProps extends EditorProps { field: React.RefObject<HTMLTextAreaElement | null>; onComposing: (is: boolean) => void }

function PlainField({ text, label, isReadOnly = false, field, onText, onNext, onFix, onComposing }: PlainFieldProps) {
  const key = (event: React.KeyboardEvent): void => {
    if (event.key === "F8") onNext(event.shiftKey);
    else if (event.key === "Enter" && event.altKey) onFix();
    else return;
    event.preventDefault();
  };
  const paste = (event: React.ClipboardEvent<HTMLTextAreaElement>): void => {
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    event.currentTarget.setRangeText(asWords(event.clipboardData.getData("text/plain")), selectionStart, selectionEnd, "end");
    onText(event.currentTarget.value);
  };
  return (
    <div className="writing">
      <textarea ref={field} className="plain" aria-label={label} rows={text.split("\n").length + 1} value={text} readOnly={isReadOnly} spellCheck autoCapitalize="sentences"
        onChange={(event) => onText(event.target.value)} onKeyDown={key} onPaste={isReadOnly ? undefined : paste} onCompositionStart={() => onComposing(true)} onCompositionEnd={() => onComposing(false)} />
    </div>
  );
}
