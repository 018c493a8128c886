import { useId } from "react";
import "./tabs.css";

export interface TabEntry {
  id: string;
  label: string;
  lead?: React.ReactNode;
  /** In place of the name where the text is too long: "−191". */
  over?: string | undefined;
}

interface TabsProps {
  label: string;
  tabs: readonly TabEntry[];
  chosen: string;
  onChoose: (id: string) => void;
  /** Stands after the tabs: add a channel. */
  after?: React.ReactNode;
  children: React.ReactNode;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count, ArrowLeft: (at, count) => (at - 1 + count) % count, Home: () => 0, End: (_, count) => count - 1,
};

/** Icon and name; over the limit, the excess in red. One stop for Tab, the arrows choose. */
export function Tabs({ label, tabs, chosen, onChoose, after, children }: TabsProps) {
  const id = useId(), idOf = (tab: string): string => `${id}-${tab}`;
  const key = (event: React.KeyboardEvent): void => {
    const to = STEPS[event.key]?.(tabs.findIndex((tab) => tab.id === chosen), tabs.length);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChoose(tabs[to]!.id);
    document.getElementById(idOf(tabs[to]!.id))?.focus();
  };
  return (
    <div className="tabbed">
      <div className="tabs">
        <div role="tablist" aria-label={label} onKeyDown={key}>
          {tabs.map((tab) => (
            <button
              key={tab.id} id={idOf(tab.id)} type="button" role="tab" className="tab" aria-selected={tab.id === chosen} aria-controls={`${id}-panel`} tabIndex={tab.id === chosen ? 0 : -1} onClick={() => onChoose(tab.id)}
              aria-label={tab.over ? `${tab.label}, ${tab.over.replace(/\D/g, "")} characters over` : undefined}
            >{tab.lead}{tab.over ? <span className="over">{tab.over}</span> : tab.label}</button>
          ))}
        </div>
        {after}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={idOf(chosen)} className="tab-panel">{children}</div>
    </div>
  );
}
