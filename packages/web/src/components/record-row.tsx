import { Icon, type IconDrawing } from "./icon.tsx";
import { Shape, type ShapeKind } from "./shape.tsx";
import "./record-row.css";

/** A day of the record: its name, and its entries on the line. */
export function RecordDay({ day, children }: { day: string; children: React.ReactNode }) {
  return (
    <section className="record-day">
      <h2 className="dayline"><span>{day}</span><span className="hash" /></h2>
      <ol className="chain">{children}</ol>
    </section>
  );
}

interface RecordRowProps {
  time: string;
  /** A verdict's shape, or an icon with the word for what happened. */
  sign: { kind: ShapeKind } | { icon: IconDrawing };
  /** One sentence, people in bold, titles in `<q>`. */
  children: React.ReactNode;
  /** The first eight characters. */
  hash: string;
  open?: boolean;
  onToggle?: (() => void) | undefined;
  /** Version, verdict, pack, approval, what was sent, the entry before, this entry. */
  proofs?: readonly { term: string; detail: React.ReactNode }[];
}

/** The hash sits on the double line, which is the chain itself. */
export function RecordRow({ time, sign, children, hash, open = false, onToggle, proofs = [] }: RecordRowProps) {
  const short = `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
  return (
    <li className={open ? "open" : ""}>
      <time>{time}</time>
      <span className="k">{"kind" in sign ? <Shape kind={sign.kind} size={20} /> : <Icon of={sign.icon} size={20} />}</span>
      <div>
        <p>{children}</p>
        {open && proofs.length > 0 ? <dl className="sum">{proofs.map(({ term, detail }) => <ProofLine key={term} term={term} detail={detail} />)}</dl> : null}
      </div>
      <span className="hash mono">{onToggle ? <button type="button" aria-expanded={open} onClick={onToggle}><span className="vh">{open ? "Close entry" : "Open entry"} </span>{short}</button> : short}</span>
    </li>
  );
}

function ProofLine({ term, detail }: { term: string; detail: React.ReactNode }) {
  return <><dt>{term}</dt><dd>{detail}</dd></>;
}
