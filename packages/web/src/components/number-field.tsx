import { IconMinus, IconPlus } from "@tabler/icons-react";
import { Button, Group, Input, NumberField as AriaNumberField, type NumberFieldProps } from "react-aria-components";
import { FieldFrame, type FieldWords } from "./field.tsx";
import { Icon } from "./icon.tsx";

export function NumberField({ label, help, error, ...rest }: Omit<NumberFieldProps, "className" | "style" | "children"> & FieldWords) {
  return (
    <AriaNumberField {...rest} isInvalid={error !== undefined || (rest.isInvalid ?? false)} className="field">
      <FieldFrame label={label} help={help} error={error}>
        <Group className="input group">
          <Input />
          <Button slot="decrement"><Icon of={IconMinus} size={16} /></Button>
          <Button slot="increment"><Icon of={IconPlus} size={16} /></Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
