const QUOTE = "M0 8.2a8.2 8.2 0 1 1 16.4 0c0 8.6-4.5 15.6-11.3 19.7-1.1.7-2.3-.6-1.6-1.7 1.9-3 2.9-6.2 3-9.9C2.7 15.4 0 12.1 0 8.2Z";

interface MarkProps {
  width?: number;
  /** The two quotation marks, and the third that turns toward them. */
  ink?: string;
  third?: string;
  /** Without a name the mark is decoration. */
  name?: string;
}

export function Mark({ width = 38, ink = "var(--ink)", third = "var(--scrub)", name }: MarkProps) {
  return (
    <svg className="mark" width={width} height={width * 28.2 / 56.6} viewBox="0 0 56.6 28.2" {...(name ? { role: "img", "aria-label": name } : { "aria-hidden": true })}>
      <path d={QUOTE} fill={ink} />
      <path d={QUOTE} fill={ink} transform="translate(18 0)" />
      <path d={QUOTE} fill={third} transform="translate(56.6 0) scale(-1 1)" />
    </svg>
  );
}

/** The mark with its word, for pages that stand outside the rail. */
export function Logo({ size = 34 }: { size?: number }) {
  return (
    <span className="lockup" style={{ fontSize: size, display: "inline-flex", gap: size * .41, alignItems: "center", lineHeight: 1, letterSpacing: "-.03em" }}>
      <Mark width={size * 1.6} />
      <b>Chaperone</b>
    </span>
  );
}
