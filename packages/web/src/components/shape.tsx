import "./shape.css";

export type ShapeKind = "clear" | "question" | "stop" | "note" | "wait" | "idea";

const OCTAGON = "M7.9 1h8.2a1.5 1.5 0 0 1 1.06.44l5.4 5.4A1.5 1.5 0 0 1 23 7.9v8.2a1.5 1.5 0 0 1-.44 1.06l-5.4 5.4a1.5 1.5 0 0 1-1.06.44H7.9a1.5 1.5 0 0 1-1.06-.44l-5.4-5.4A1.5 1.5 0 0 1 1 16.1V7.9a1.5 1.5 0 0 1 .44-1.06l5.4-5.4A1.5 1.5 0 0 1 7.9 1Z";
const DIAMOND = "M10.59 1.59a2 2 0 0 1 2.82 0l9 9a2 2 0 0 1 0 2.82l-9 9a2 2 0 0 1-2.82 0l-9-9a2 2 0 0 1 0-2.82Z";

const body = {
  clear: <circle className="vb" cx="12" cy="12" r="11" />,
  question: <path className="vb" d={DIAMOND} />,
  stop: <path className="vb" d={OCTAGON} />,
  note: <rect className="vb" x="2" y="2" width="20" height="20" rx="5" />,
  wait: <circle className="vo" cx="12" cy="12" r="10" />,
  idea: <circle className="vo" cx="12" cy="12" r="10" strokeDasharray="3.5 3.6" />,
} satisfies Record<ShapeKind, React.ReactNode>;

const glyph = {
  clear: <path className="vg" d="m7.5 12.3 3 3 6-6.3" />,
  question: <><path className="vg" d="M9.7 9.3a2.35 2.35 0 1 1 3.5 2.1c-.8.45-1.2.95-1.2 1.9" /><circle className="vd" cx="12" cy="16.4" r="1.15" /></>,
  stop: <path className="vg" strokeWidth="3" d="M7.5 12h9" />,
  note: <><path className="vg" d="M12 11.5v5" /><circle className="vd" cx="12" cy="7.8" r="1.15" /></>,
  wait: <path className="vo" d="M12 7v5l3 2" />,
  idea: null,
} satisfies Record<ShapeKind, React.ReactNode>;

interface ShapeProps {
  kind: ShapeKind;
  size?: number;
  /** In place of the glyph, where an underline and its note must find each other. */
  number?: number;
  /** Only where no word stands beside the shape. */
  name?: string;
}

export function Shape({ kind, size = 20, number, name }: ShapeProps) {
  return (
    <svg className={`shape ${kind}`} viewBox="0 0 24 24" width={size} height={size} {...(name ? { role: "img", "aria-label": name } : { "aria-hidden": true })}>
      {body[kind]}
      {number === undefined ? glyph[kind] : <text x="12" y="12.5" textAnchor="middle" dominantBaseline="central">{number}</text>}
    </svg>
  );
}
