import "./how-we-know.css";

export type Known = "read" | "copy" | "recalled";

const WORDS: Record<Known, string> = { read: "Source read", copy: "Read in a copy", recalled: "Recalled" };

export function KnownMark({ how, size = 14 }: { how: Known; size?: number }) {
  return (
    <svg className={`known-mark ${how}`} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {how === "read" ? <><circle cx="7" cy="7" r="6" /><path d="m4.3 7.2 1.9 1.9 3.6-4" className="k" /></> : null}
      {how === "copy" ? <><circle cx="7" cy="7" r="5.3" className="ring" /><path d="M7 1.7a5.3 5.3 0 0 0 0 10.6Z" /></> : null}
      {how === "recalled" ? <circle cx="7" cy="7" r="5.3" className="ring dash" /> : null}
    </svg>
  );
}

/** Stands beside every citation, never left out, never in a tooltip only. */
export function HowWeKnow({ how, date }: { how: Known; date?: string | undefined }) {
  return <span className={`known ${how}`}><KnownMark how={how} />{WORDS[how]}{date ? <i>{date}</i> : null}</span>;
}
