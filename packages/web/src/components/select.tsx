import { IconCheck, IconSelector } from "@tabler/icons-react";
import { Button, ComboBox as AriaComboBox, Input, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from "react-aria-components";
import { FieldFrame, type FieldWords } from "./field.tsx";
import { Icon, type IconDrawing } from "./icon.tsx";
import "./menu.css";

export interface Choice { id: string; label: string; detail?: string; icon?: IconDrawing }

interface SelectProps extends FieldWords {
  choices: readonly Choice[];
  chosen: string | null;
  onChoose: (id: string) => void;
  name?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
}

function ChoiceItem({ id, label, detail, icon }: Choice) {
  return (
    <ListBoxItem id={id} textValue={label} className="menu-item">
      {icon ? <Icon of={icon} size={18} /> : null}
      <span className="grow">{label}{detail ? <small>{detail}</small> : null}</span>
      <Icon of={IconCheck} size={16} className="tick" />
    </ListBoxItem>
  );
}

export function Select({ label, help, error, choices, chosen, onChoose, ...rest }: SelectProps) {
  return (
    <AriaSelect {...rest} className="field" isInvalid={error !== undefined} value={chosen} onChange={(key) => { if (key !== null) onChoose(String(key)); }} placeholder="Choose">
      <FieldFrame label={label} help={help} error={error}>
        <Button className="input picker"><SelectValue className="grow" /><Icon of={IconSelector} size={18} /></Button>
        <Popover className="popover menu-popover" offset={4}><ListBox className="menu" items={choices}>{(choice) => <ChoiceItem {...choice} />}</ListBox></Popover>
      </FieldFrame>
    </AriaSelect>
  );
}

/** A list long enough to type in: states, time zones, members. */
export function ComboBox({ label, help, error, choices, chosen, onChoose, ...rest }: SelectProps) {
  return (
    <AriaComboBox {...rest} className="field" isInvalid={error !== undefined} defaultItems={choices} value={chosen} onChange={(key) => { if (key !== null) onChoose(String(key)); }}>
      <FieldFrame label={label} help={help} error={error}>
        <div className="input group"><Input /><Button aria-label="Show all"><Icon of={IconSelector} size={18} /></Button></div>
        <Popover className="popover menu-popover" offset={4}><ListBox<Choice> className="menu" renderEmptyState={() => <p className="menu-empty">Nothing by that name.</p>}>{(choice) => <ChoiceItem {...choice} />}</ListBox></Popover>
      </FieldFrame>
    </AriaComboBox>
  );
}
