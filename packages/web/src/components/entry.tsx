import { Shape, type ShapeKind } from "./shape.tsx";
import "./entry.css";

/** A list of things with a time: Today, Approvals, the calendar's list. */
export function Ledger({ children }: { children: React.ReactNode }) {
  return <div className="ledger">{children}</div>;
}

export function LedgerSection({ id, title, small, children }: { id?: string; title: string; small?: React.ReactNode; children: React.ReactNode }) {
  return <section id={id}><h2>{title}{small ? <small>{small}</small> : null}</h2>{children}</section>;
}

interface EntryProps {
  day?: string | undefined;
  time?: string | undefined;
  title?: React.ReactNode;
  meta?: React.ReactNode;
  reasons?: readonly { kind: ShapeKind; text: React.ReactNode }[];
  quote?: React.ReactNode;
  /** One button, or the pill that says how it stands. */
  action?: React.ReactNode;
  level?: 3 | 4;
  children?: React.ReactNode;
}

export function Entry({ day, time, title, meta, reasons = [], quote, action, level = 3, children }: EntryProps) {
  const Heading = `h${level}` as const;
  return (
    <article className="entry">
      <time>{day ? <span>{day}</span> : null} {time}</time>
      <div>
        {title ? <Heading>{title}</Heading> : null}
        {meta ? <div className="meta">{meta}</div> : null}
        {quote ? <blockquote>{quote}</blockquote> : null}
        {reasons.length > 0 ? <ul className="why">{reasons.map((reason, at) => <li key={at}><Shape kind={reason.kind} size={18} /><span>{reason.text}</span></li>)}</ul> : null}
        {children}
      </div>
      {action ? <div className="entry-act">{action}</div> : null}
    </article>
  );
}
