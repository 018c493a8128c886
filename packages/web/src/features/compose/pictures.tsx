import { TextField } from "../../components/field.tsx";
import type { Draft } from "./draft.ts";

/** What each picture says to those who do not see it; the check reads it like any words. */
export function Pictures({ pictures, isReadOnly, onChange }: { pictures: Draft["content"]["pictures"]; isReadOnly: boolean; onChange: (pictures: Draft["content"]["pictures"]) => void }) {
  return (
    <div className="assets">
      {pictures.map((picture) => (
        <TextField key={picture.id} label={`What “${picture.name}” shows`} help="Read aloud to people who do not see it." maxLength={2000} isReadOnly={isReadOnly} value={picture.alt} onChange={(alt) => onChange(pictures.map((one) => (one.id === picture.id ? { ...one, alt } : one)))} />
      ))}
    </div>
  );
}
