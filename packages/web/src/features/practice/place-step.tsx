import { ComboBox } from "../../components/select.tsx";
import { StatePicker, TilesKey } from "../../components/state-tiles.tsx";
import { TextField } from "../../components/field.tsx";
import { useMemo } from "react";
import { timeZones } from "./time-zones.ts";

export interface Place { states: string[]; place: string; timeZone: string }
interface PlaceStepProps { value: Place; onChange: (change: Partial<Place>) => void; counts: Record<string, number>; onToggle: (code: string) => void; level?: 1 | 2 }

export function PlaceStep({ value, onChange, counts, onToggle, level = 1 }: PlaceStepProps) {
  const zones = useMemo(timeZones, []), Heading = `h${level}` as const;
  return (
    <>
      <Heading>Where do you see patients?</Heading>
      <p className="muted">The law of the place decides what may be said. Choose every state where the practice has a location or a license.</p>
      <StatePicker label="States, by number of provisions" counts={counts} chosen={value.states} onToggle={onToggle} />
      <TilesKey />
      <div className="pair">
        <TextField label="City, as people know it" help="For instance Virginia Beach, VA." autoComplete="off" maxLength={120} value={value.place} onChange={(place) => onChange({ place })} isRequired />
        <ComboBox label="Time zone" choices={zones} chosen={value.timeZone} onChoose={(timeZone) => onChange({ timeZone })} isRequired />
      </div>
    </>
  );
}
