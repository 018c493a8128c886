import type { Icon as TablerIcon } from "@tabler/icons-react";

/** An outline icon as the look asks for it. It always stands beside a word, so readers do not hear it. */
export function Icon({ of: Drawing, size = 18, className = "" }: { of: IconDrawing; size?: number; className?: string }) {
  return <Drawing size={size} stroke={1.75} className={`i ${className}`} aria-hidden="true" />;
}

export type IconDrawing = TablerIcon | ((props: { size?: number | string; stroke?: number | string; className?: string; "aria-hidden"?: "true" }) => React.ReactNode);

/** Our own: the curtain in an exam room. */
export function IconCurtain({ size = 24, stroke = 1.75, className = "", ...rest }: { size?: number | string; stroke?: number | string; className?: string; "aria-hidden"?: "true" }) {
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={stroke} strokeLinecap="round" strokeLinejoin="round" {...rest}>
      <path d="M3 4h18" /><path d="M5 4v16c3.5-1 5-4 5-9V4" /><path d="M19 4v16c-3.5-1-5-4-5-9V4" />
    </svg>
  );
}
