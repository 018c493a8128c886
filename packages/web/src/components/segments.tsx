import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Icon, type IconDrawing } from "./icon.tsx";
import "./button.css";

interface SegmentsProps<Id extends string> {
  label: string;
  choices: { id: Id; label: string; icon?: IconDrawing | undefined }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}

/** A few views of one thing, one of them chosen. */
export function Segments<Id extends string>({ label, choices, chosen, onChoose }: SegmentsProps<Id>) {
  const choose = (keys: Set<string | number>) => { const [id] = keys; if (id !== undefined) onChoose(id as Id); };
  return (
    <ToggleButtonGroup className="segments" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[chosen]} onSelectionChange={choose}>
      {choices.map((choice) => <ToggleButton key={choice.id} id={choice.id}>{choice.icon ? <Icon of={choice.icon} size={16} /> : null}{choice.label}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
