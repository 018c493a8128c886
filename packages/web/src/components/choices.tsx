import { IconCheck } from "@tabler/icons-react";
import { Checkbox as AriaCheckbox, type CheckboxProps, Radio, RadioGroup, Switch as AriaSwitch, type SwitchProps } from "react-aria-components";
import { FieldFrame, type FieldWords } from "./field.tsx";
import { Icon } from "./icon.tsx";
import "./choices.css";

type Plain<Props> = Omit<Props, "className" | "style" | "children"> & { children: React.ReactNode; detail?: React.ReactNode };

export function Checkbox({ children, detail, ...rest }: Plain<CheckboxProps>) {
  return <AriaCheckbox {...rest} className="choice"><span className="check"><Icon of={IconCheck} size={15} /></span><span>{children}{detail ? <small>{detail}</small> : null}</span></AriaCheckbox>;
}

export function Switch({ children, detail, ...rest }: Plain<SwitchProps>) {
  return <AriaSwitch {...rest} className="choice switch"><span className="knob" /><span>{children}{detail ? <small>{detail}</small> : null}</span></AriaSwitch>;
}

interface RadiosProps<Id extends string> extends FieldWords {
  choices: readonly { id: Id; label: string; detail?: string }[];
  chosen: Id | null;
  onChoose: (id: Id) => void;
  name?: string;
}

export function Radios<Id extends string>({ label, help, error, choices, chosen, onChoose, ...rest }: RadiosProps<Id>) {
  return (
    <RadioGroup {...rest} className="field" isInvalid={error !== undefined} value={chosen} onChange={(id) => onChoose(id as Id)}>
      <FieldFrame label={label} help={help} error={error}>
        <div className="radios">{choices.map((choice) => <Radio key={choice.id} value={choice.id} className="choice radio"><span className="dot" /><span>{choice.label}{choice.detail ? <small>{choice.detail}</small> : null}</span></Radio>)}</div>
      </FieldFrame>
    </RadioGroup>
  );
}
