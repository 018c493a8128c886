import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";
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

/** Icon and name; over the limit, the excess in red. */
export function Tabs({ label, tabs, chosen, onChoose, after, children }: TabsProps) {
  return (
    <AriaTabs selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))} className="tabbed">
      <div className="tabs">
        <TabList aria-label={label} items={tabs}>
          {(tab) => <Tab id={tab.id} className="tab" aria-label={tab.over ? `${tab.label}, ${tab.over.replace(/\D/g, "")} characters over` : tab.label}>{tab.lead}{tab.over ? <span className="over">{tab.over}</span> : tab.label}</Tab>}
        </TabList>
        {after}
      </div>
      <TabPanel id={chosen} className="tab-panel">{children}</TabPanel>
    </AriaTabs>
  );
}
