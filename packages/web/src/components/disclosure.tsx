import { IconChevronRight } from "@tabler/icons-react";
import { Icon } from "./icon.tsx";
import "./disclosure.css";

/** The browser's own details, because find-in-page opens it. */
export function Disclosure({ title, open = false, onToggle, children }: { title: React.ReactNode; open?: boolean; onToggle?: (open: boolean) => void; children: React.ReactNode }) {
  return (
    <details className="disclosure" open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary><Icon of={IconChevronRight} size={16} /><span className="grow">{title}</span></summary>
      <div className="disclosed">{children}</div>
    </details>
  );
}
