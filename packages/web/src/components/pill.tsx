import { Shape, type ShapeKind } from "./shape.tsx";
import "./pill.css";

/** Shape, word, and at most four words more. */
export function Pill({ kind, word, children }: { kind: ShapeKind; word: string; children?: React.ReactNode }) {
  return (
    <span className={`pill ${kind}`}>
      <Shape kind={kind} size={16} />
      <b>{word}</b>
      {children ? <span>{children}</span> : null}
    </span>
  );
}
