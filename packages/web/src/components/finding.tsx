import { IconX } from "@tabler/icons-react";
import { IconButton } from "./button.tsx";
import { HowWeKnow, type Known } from "./how-we-know.tsx";
import { Shape } from "./shape.tsx";
import "./finding.css";

export type Severity = "stop" | "question" | "note";
const WORD: Record<Severity, string> = { stop: "Stop", question: "Question", note: "Note" };

export interface Law {
  cite: string;
  how: Known;
  date?: string | undefined;
  /** The page of the rule or the provision. */
  href?: string | undefined;
}

interface FindingProps {
  severity: Severity;
  number?: number | undefined;
  /** Five words at most: "Confirms a patient". */
  topic?: string | undefined;
  /** One sentence that says what the words do. */
  what: React.ReactNode;
  why?: React.ReactNode;
  laws?: readonly Law[];
  instead?: React.ReactNode;
  /** One filled button, one quiet other way. */
  actions?: React.ReactNode;
  onClose?: (() => void) | undefined;
  children?: React.ReactNode;
  level?: 2 | 3 | 4;
}

/** The open finding: what, why, law, instead. */
export function Finding({ severity, number, topic, what, why, laws = [], instead, actions, onClose, children, level = 3 }: FindingProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={`finding open ${severity}`}>
      <header>
        <Shape kind={severity} size={24} {...(number === undefined ? {} : { number })} />
        <span><span className="word">{WORD[severity]}</span>{topic ? <span className="faint"> &nbsp;{topic}</span> : null}</span>
        {onClose ? <IconButton icon={IconX} label="Close this note" low onPress={onClose} className="close" /> : null}
      </header>
      <Heading>{what}</Heading>
      <dl className="rows">
        {why ? <><dt>Why</dt><dd>{why}</dd></> : null}
        {laws.length > 0 ? <><dt>Law</dt><dd className="law">{laws.map((law) => <LawLine key={law.cite} {...law} />)}</dd></> : null}
        {instead ? <><dt>Instead</dt><dd className="instead">{instead}</dd></> : null}
      </dl>
      {children}
      {actions ? <div className="acts">{actions}</div> : null}
    </article>
  );
}

function LawLine({ cite, how, date, href }: Law) {
  return <div><div className="cite">{href ? <a href={href}>{cite}</a> : cite}</div><HowWeKnow how={how} date={date} /></div>;
}

interface FindingLineProps {
  severity: Severity;
  number?: number | undefined;
  what: React.ReactNode;
  /** Its fix. */
  action?: React.ReactNode;
  onOpen?: (() => void) | undefined;
}

/** The shut finding: one line with its fix. */
export function FindingLine({ severity, number, what, action, onOpen }: FindingLineProps) {
  const said = <><span className="word">{WORD[severity]}</span>{what}</>;
  return (
    <article className={`finding shut ${severity}`}>
      <header>
        <Shape kind={severity} size={22} {...(number === undefined ? {} : { number })} />
        {onOpen ? <button type="button" className="opens" onClick={onOpen}>{said}</button> : <p>{said}</p>}
      </header>
      {action}
    </article>
  );
}
