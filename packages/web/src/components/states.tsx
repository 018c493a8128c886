import { Mark } from "./mark.tsx";
import { Progress } from "./meters.tsx";
import { Shape } from "./shape.tsx";
import "./states.css";

interface StateProps { title: string; children: React.ReactNode; actions?: React.ReactNode; level?: 1 | 2 | 3 }

/** Says what to do first, with one button. */
export function EmptyState({ title, children, actions, level = 2 }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="state-box">
      <span className="ic"><Mark width={34} ink="var(--line)" /></span>
      <Heading>{title}</Heading>
      <p className="small muted">{children}</p>
      {actions ? <div className="row wrap acts">{actions}</div> : null}
    </div>
  );
}

/** Says what happened, that nothing was lost, what happens next and when. The shape has the weight of what happened. */
export function Broken({ title, children, actions, weight = "question", level = 2 }: StateProps & { weight?: "question" | "stop" | "note" }) {
  const Heading = `h${level}` as const;
  return (
    <div className="state-box" role="alert">
      <span className="ic"><Shape kind={weight} size={28} /></span>
      <Heading>{title}</Heading>
      <p className="small muted">{children}</p>
      {actions ? <div className="row wrap acts">{actions}</div> : null}
    </div>
  );
}

const WIDTHS = [64, 92, 88, 40, 76, 96, 81, 52];

/** Keeps the shape of the page in still grey lines; long work says how far, and that one can go on. */
export function Waiting({ what = "Opening the page", lines = 4, progress, children }: { what?: string; lines?: number; progress?: { done: number; of: number; unit: string }; children?: React.ReactNode }) {
  return (
    <div className="state-box waiting" aria-busy="true">
      <div className="ghost" aria-hidden="true">{Array.from({ length: lines }, (_, at) => <i key={at} style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />)}</div>
      {progress ? <><p className="small"><b>{what}</b>, {progress.done} of {progress.of} {progress.unit}</p><Progress done={progress.done} of={progress.of} label={what} /></> : <p className="vh" role="status">{what}</p>}
      {children ? <p className="tiny muted">{children}</p> : null}
    </div>
  );
}

/** The same grey lines without a box, for a list or a sheet that is still on its way. */
export function GhostRows({ rows = 4, what = "Opening the list" }: { rows?: number; what?: string }) {
  return (
    <div className="ghost-rows" aria-busy="true">
      <p className="vh" role="status">{what}</p>
      {Array.from({ length: rows }, (_, at) => <div key={at} aria-hidden="true"><i style={{ width: 56 }} /><span><i style={{ width: `${WIDTHS[(at * 3) % WIDTHS.length]! * .6}%` }} /><i style={{ width: `${WIDTHS[(at * 3 + 1) % WIDTHS.length]! * .8}%` }} /></span></div>)}
    </div>
  );
}
