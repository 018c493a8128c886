import "./page-head.css";

/** The title of a page, what it is for, and what one does here most. */
export function PageHead({ title, children, actions }: { title: React.ReactNode; children?: React.ReactNode; actions?: React.ReactNode }) {
  return (
    <header className="page-head">
      <div className="grow"><h1>{title}</h1>{children ? <p className="muted">{children}</p> : null}</div>
      {actions ? <div className="page-acts">{actions}</div> : null}
    </header>
  );
}

/** The morning sentence: it counts only what needs a person, and its words are links. */
export function Say({ date, children }: { date?: string; children: React.ReactNode }) {
  return <header className="say-head"><h1 className="say">{date ? <span className="date">{date}</span> : null}{children}</h1></header>;
}

/** On a phone this takes the place of the top and the bottom bar, for a page with its own gate at the foot. */
export function PhoneHead({ children }: { children: React.ReactNode }) {
  return <div className="phone-head">{children}</div>;
}
