import { useEffect, useState } from "react";
import { Icon, type IconDrawing } from "./icon.tsx";
import { Shape } from "./shape.tsx";
import "./gate.css";

export interface GateCell { icon: IconDrawing; title: React.ReactNode; detail?: React.ReactNode }

interface GateProps {
  /** `wait` while nothing has been judged yet. */
  verdict: { kind: "clear" | "question" | "stop" | "wait"; title: string; detail?: string | undefined };
  /** Who approves and why; when and where. */
  cells?: readonly GateCell[];
  /** The next lawful step. */
  next: React.ReactNode;
  /** Closes a sheet instead of floating over the page. */
  flat?: boolean;
  /** Where a page has more than one. */
  label?: string;
}

/** Verdict and action are one bar. The verdict is read out once, after a pause, so that typing is not talked over. */
export function Gate({ verdict, cells = [], next, flat = false, label = "The gate" }: GateProps) {
  return (
    <section className={`gate cells-${cells.length}${flat ? " flat" : ""}`} aria-label={label}>
      <div className={`verdict ${verdict.kind}`}>
        <Shape kind={verdict.kind} size={flat ? 28 : 32} />
        <span><b>{verdict.title}</b>{verdict.detail ? <span>{verdict.detail}</span> : null}</span>
      </div>
      {cells.map((cell, at) => <div className="cell" key={at}><Icon of={cell.icon} size={22} /><span><b>{cell.title}</b>{cell.detail ? <span>{cell.detail}</span> : null}</span></div>)}
      <div className={`next ${verdict.kind}`}>{next}</div>
      <ReadOut text={verdict.title} />
    </section>
  );
}

function ReadOut({ text }: { text: string }) {
  const [said, say] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => say(text), 1200);
    return () => clearTimeout(pause);
  }, [text]);
  return <span className="vh" role="status">{said}</span>;
}
