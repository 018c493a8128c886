import { Shape } from "./shape.tsx";
import "./meters.css";

export interface Slot { day: string; detail: string; filled: boolean }

interface SlotsMeterProps {
  title?: string;
  /** What was planned or went out, and how many the practice wants. */
  slots: readonly Slot[];
  goal?: number;
  children?: React.ReactNode;
}

/** Slots to be filled: a filled one counts, a dashed one says why it does not. */
export function SlotsMeter({ title = "Posts this week", slots, goal = 4, children }: SlotsMeterProps) {
  const filled = slots.filter((slot) => slot.filled).length;
  const empty: Slot[] = Array.from({ length: Math.max(0, goal - slots.length) }, () => ({ day: "Open", detail: "", filled: false }));
  return (
    <div className="meter">
      <header><h3>{title}</h3><b>{filled} of {goal}</b></header>
      <ol className="slots" style={{ "--slots": Math.min(7, Math.max(goal, slots.length)) } as React.CSSProperties}>
        {[...slots, ...empty].map((slot, at) => <li key={at} className={slot.filled ? "is" : ""}>{slot.day}<i>{slot.detail}</i></li>)}
      </ol>
      {children ? <p>{children}</p> : null}
    </div>
  );
}

interface ShareMeterProps {
  title?: string;
  promotional: number;
  posts: number;
  /** 0.25 */
  limit?: number;
  children?: React.ReactNode;
}

/** A limit not to be passed: one block a post, and what is over it hatched. */
export function ShareMeter({ title = "Promotional, 28 days", promotional, posts, limit = .25, children }: ShareMeterProps) {
  const allowed = Math.floor(posts * limit + 1e-9), over = promotional > allowed, percent = posts === 0 ? 0 : Math.round(100 * promotional / posts);
  const kindOf = (at: number) => at >= promotional ? "" : at < allowed ? "p" : "over";
  return (
    <div className="meter">
      <header><h3>{title}</h3><b className="row tight"><Shape kind={over ? "question" : "clear"} size={18} name={over ? "Over the limit" : "Within the limit"} />{percent}%</b></header>
      <div className="share" aria-hidden="true">
        <div className="track">{Array.from({ length: Math.max(posts, 1) }, (_, at) => <i key={at} className={kindOf(at)} />)}</div>
        <div className={`limit${limit > .6 ? " left" : ""}`} style={{ left: `${limit * 100}%` }}><span>at most {Math.round(limit * 100)}%</span></div>
      </div>
      {children ? <p>{children}</p> : <p className="vh">{promotional} of {posts} posts are promotional; at most {Math.round(limit * 100)}% may be.</p>}
    </div>
  );
}

/** For a row in a table: how many of the week's slots are filled. */
export function MiniSlots({ filled, goal = 4 }: { filled: number; goal?: number }) {
  return <span className="minislots" aria-hidden="true">{Array.from({ length: Math.max(goal, filled) }, (_, at) => <i key={at} className={at < filled ? "is" : ""} />)}</span>;
}

/** For a row in a table: the promotional share on a scale that ends at 40%. */
export function MiniShare({ share, limit = .25 }: { share: number; limit?: number }) {
  const scale = Math.max(.4, limit * 1.3);
  return <span className={`mini${share > limit ? " q" : ""}`} aria-hidden="true"><i style={{ width: `${Math.min(100, 100 * share / scale)}%`, "--at": `${100 * limit / share}%` } as React.CSSProperties} /><u style={{ left: `${100 * limit / scale}%` }} /></span>;
}

/** How far long work is. */
export function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  return <div className="progress" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={done}><i style={{ width: `${of === 0 ? 0 : 100 * done / of}%` }} /></div>;
}
