import { TextField } from "../../components/field.tsx";

export const LEAST = 10;

/** One field, no rules about signs: length is what counts. */
export function NewPassword({ label = "Password", value, onChange }: { label?: string; value: string; onChange: (value: string) => void }) {
  return <TextField label={label} type="password" name="new-password" autoComplete="new-password" minLength={LEAST} maxLength={200} value={value} onChange={onChange} isRequired help={`At least ${LEAST} characters. Four or five words that only you would put together are good.`} />;
}
