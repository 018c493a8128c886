import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Icon, type IconDrawing } from "./icon.tsx";
import "./dialog.css";
import "./menu.css";

export interface MenuEntry {
  id: string;
  label: string;
  detail?: string;
  icon?: IconDrawing;
  lead?: React.ReactNode;
  href?: string;
  onAction?: () => void;
  danger?: boolean;
  isDisabled?: boolean;
  chosen?: boolean;
}

interface MenuProps {
  label: string;
  /** A `Button` or an `IconButton`. */
  trigger: React.ReactNode;
  /** Sections stand apart by a hairline. */
  sections: readonly { title?: string; entries: readonly MenuEntry[] }[];
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
}

export function Menu({ label, trigger, sections, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover menu-popover" placement={placement} offset={6}>
        <AriaMenu className="menu" aria-label={label}>
          {sections.map((section, at) => [
            at > 0 ? <Separator key={`line-${at}`} className="menu-line" /> : null,
            <MenuSection key={section.title ?? at} {...(section.title ? {} : { "aria-label": label })}>
              {section.title ? <Header className="menu-title">{section.title}</Header> : null}
              {section.entries.map((entry) => <Line key={entry.id} entry={entry} />)}
            </MenuSection>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Line({ entry }: { entry: MenuEntry }) {
  const { id, label, detail, icon, lead, href, onAction, danger, isDisabled, chosen } = entry;
  return (
    <MenuItem
      id={id} textValue={label} className={`menu-item${danger ? " danger" : ""}${chosen ? " chosen" : ""}`}
      {...(href ? { href } : {})} {...(onAction ? { onAction } : {})} {...(isDisabled === undefined ? {} : { isDisabled })}
    >
      {lead}{icon ? <Icon of={icon} size={18} /> : null}
      <span className="grow">{label}{detail ? <small>{detail}</small> : null}</span>
      {chosen ? <span className="faint tiny">Here</span> : null}
    </MenuItem>
  );
}
