import "./sheet.css";

interface SheetProps {
  /** What the desk has to say, behind the double hairline. On a phone it slides in below. */
  margin?: React.ReactNode;
  marginWidth?: number;
  marginLabel?: string;
  marginClass?: string;
  className?: string;
  /** Names the sheet as a region of the page. */
  label?: string;
  /** Closes the sheet below both columns: a flat gate. */
  foot?: React.ReactNode;
  children: React.ReactNode;
}

export function Sheet({ margin, marginWidth, marginLabel = "What the desk says", marginClass = "", className = "", label, foot, children }: SheetProps) {
  const style = marginWidth ? { "--margin": `${marginWidth}px` } as React.CSSProperties : undefined;
  const Part = label ? "section" : "div";
  if (margin === undefined) return <Part className={`sheet ${className}`} aria-label={label} style={style}>{children}</Part>;
  return (
    <Part className={`sheet split ${className}`} aria-label={label} style={style}>
      <div className="col">{children}</div>
      <Margin label={marginLabel} className={marginClass}>{margin}</Margin>
      {foot === undefined ? null : <div className="sheet-foot">{foot}</div>}
    </Part>
  );
}

export function Margin({ label, className = "", children }: { label: string; className?: string; children: React.ReactNode }) {
  return <aside className={`margin ${className}`} aria-label={label}>{children}</aside>;
}
