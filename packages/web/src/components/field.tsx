import { FieldError, Input, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from "react-aria-components";
import "./field.css";

export interface FieldWords {
  label: string;
  /** Says what is wanted; never a placeholder. */
  help?: React.ReactNode;
  /** One sentence that says what to do. */
  error?: string | undefined;
}

/** Label above, help and error below, in every field alike, so that fields side by side stand level. */
export function FieldFrame({ label, help, error, children }: FieldWords & { children: React.ReactNode }) {
  return (
    <>
      <Label>{label}</Label>
      {children}
      {help ? <Text slot="description" className="help">{help}</Text> : null}
      <FieldError className="field-error">{error ?? (({ validationErrors }) => validationErrors.join(" "))}</FieldError>
    </>
  );
}

type Common<Props> = Omit<Props, "className" | "style" | "children"> & FieldWords;

export function TextField({ label, help, error, serif, mono, autoFocus, ...rest }: Common<AriaTextFieldProps> & { serif?: boolean; mono?: boolean }) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined || (rest.isInvalid ?? false)} className="field">
      <FieldFrame label={label} help={help} error={error}><Input className={`input${serif ? " serif" : ""}${mono ? " mono" : ""}`} autoFocus={autoFocus ?? false} /></FieldFrame>
    </AriaTextField>
  );
}

export function TextArea({ label, help, error, serif, rows = 3, ...rest }: Common<AriaTextFieldProps> & { serif?: boolean; rows?: number }) {
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined || (rest.isInvalid ?? false)} className="field">
      <FieldFrame label={label} help={help} error={error}><AriaTextArea className={`input area${serif ? " serif" : ""}`} rows={rows} /></FieldFrame>
    </AriaTextField>
  );
}
