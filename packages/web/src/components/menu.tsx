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

interface MenuLook {
  label: string;
  /** Sections stand apart by a hairline. */
  sections: readonly MenuPart[];
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
}

export interface MenuPart { title?: string; entries: readonly MenuEntry[] }

interface MenuProps extends MenuLook {
  /** A `Button` or an `IconButton`. */
  trigger: React.ReactNode;
}

export function Menu({ label, trigger, sections, placement = "bottom end" }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover menu-popover" placement={placement} offset={6}><Lines label={label} sections={sections} /></Popover>
    </MenuTrigger>
  );
}

interface MenuOverProps extends MenuLook {
  over: React.RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The menu without its button, for a button that stands on every page and fetches this only when it is wanted. */
export function MenuOver({ label, sections, placement = "bottom end", over, isOpen, onOpenChange }: MenuOverProps) {
  return (
    <Popover className="popover menu-popover" placement={placement} offset={6} triggerRef={over} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Lines label={label} sections={sections} onClose={() => onOpenChange(false)} />
    </Popover>
  );
}

function Lines({ label, sections, onClose }: { label: string; sections: readonly MenuPart[]; onClose?: () => void }) {
  return (
    <AriaMenu className="menu" aria-label={label} autoFocus="first" {...(onClose ? { onClose } : {})}>
      {sections.map((section, at) => [
        at > 0 ? <Separator key={`line-${at}`} className="menu-line" /> : null,
        <MenuSection key={section.title ?? at} {...(section.title ? {} : { "aria-label": label })}>
          {section.title ? <Header className="menu-title">{section.title}</Header> : null}
          {section.entries.map((entry) => <Line key={entry.id} entry={entry} />)}
        </MenuSection>,
      ])}
    </AriaMenu>
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
