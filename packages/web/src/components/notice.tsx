import { Shape, type ShapeKind } from "./shape.tsx";
import "./notice.css";

/** A sentence of the desk on its wash, inside a page: a saved change, a refusal, a fact to know before going on. */
export function Notice({ kind, title, children, actions }: { kind: Exclude<ShapeKind, "wait" | "idea">; title?: string; children?: React.ReactNode; actions?: React.ReactNode }) {
  return (
    <div className={`notice ${kind}`} role={kind === "stop" ? "alert" : "status"}>
      <Shape kind={kind} size={20} />
      <div className="grow">{title ? <b>{title}</b> : null}{children ? <div>{children}</div> : null}</div>
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
