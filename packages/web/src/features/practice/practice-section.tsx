import type { Practice } from "@chaperone/contract";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useMemo } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextField } from "../../components/field.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { ComboBox, Select } from "../../components/select.tsx";
import { STATE_CHOICES, STATE_NAMES } from "../../components/state-tiles.tsx";
import { usePracticeDraft } from "./practice-draft.ts";
import { PracticeForm } from "./practice-form.tsx";
import { SPECIALTY_CHOICES } from "./specialties.ts";
import { timeZones } from "./time-zones.ts";

export function PracticeSection() {
  const draft = usePracticeDraft(), { value, change, errorAt } = draft, isDisabled = !draft.mayChange, zones = useMemo(timeZones, []);
  const specialties = SPECIALTY_CHOICES.some(({ id }) => id === value.specialty) ? SPECIALTY_CHOICES : [...SPECIALTY_CHOICES, { id: value.specialty, label: value.specialty }];
  return (
    <PracticeForm draft={draft}>
      <TextField label="Name" maxLength={160} isRequired value={value.name} onChange={(name) => change({ name })} isDisabled={isDisabled} error={errorAt("name")} />
      <div className="pair">
        <Select label="Specialty" choices={specialties} chosen={value.specialty} onChoose={(specialty) => change({ specialty })} isDisabled={isDisabled} />
        <TextField label="City, as people know it" maxLength={120} isRequired value={value.place} onChange={(place) => change({ place })} isDisabled={isDisabled} error={errorAt("place")} />
      </div>
      <ComboBox label="Time zone" help="Every time in the desk is told in it." choices={zones} chosen={value.timeZone} onChoose={(timeZone) => change({ timeZone })} isDisabled={isDisabled} />
      <States value={value.states} onChange={(states) => change({ states })} isDisabled={isDisabled} />
      <TextField label="Medical director" help="Some states want the name in every ad. Leave it empty where there is none." maxLength={160} value={value.medicalDirector} onChange={(medicalDirector) => change({ medicalDirector })} isDisabled={isDisabled} />
      <LinesField label="Phone numbers" help="One a line. In a post they are the practice’s own, not a patient’s." lines={value.phones} onChange={(phones) => change({ phones })} isDisabled={isDisabled} error={errorAt("phones")} />
      <LinesField label="Other names of the practice" help="One a line: short names, hashtags, the name before." lines={value.names} onChange={(names) => change({ names })} isDisabled={isDisabled} error={errorAt("names")} />
      <Locations value={value.locations} onChange={(locations) => change({ locations })} isDisabled={isDisabled} />
      <Staff value={value.staff} onChange={(staff) => change({ staff })} isDisabled={isDisabled} />
    </PracticeForm>
  );
}

interface Part<Field extends keyof Practice> { value: Practice[Field]; onChange: (value: Practice[Field]) => void; isDisabled: boolean }

function States({ value, onChange, isDisabled }: Part<"states">) {
  const flip = (code: string, on: boolean) => onChange((on ? [...value, code] : value.filter((state) => state !== code)) as Practice["states"]);
  return (
    <fieldset className="set">
      <legend>States</legend>
      <p className="help">Where the practice has a location or a license. Their law is checked; changing them checks everything scheduled again.</p>
      <Disclosure title={value.map((code) => STATE_NAMES[code]).join(", ") || "Choose at least one"}>
        <div className="checks">{STATE_CHOICES.map(({ id, label }) => <Checkbox key={id} isSelected={value.some((state) => state === id)} isDisabled={isDisabled || (value.length === 1 && value[0] === id)} onChange={(on) => flip(id, on)}>{label}</Checkbox>)}</div>
      </Disclosure>
    </fieldset>
  );
}

const at = <Item,>(list: readonly Item[], index: number, more: Partial<Item>): Item[] => list.map((item, here) => here === index ? { ...item, ...more } : item);
const without = <Item,>(list: readonly Item[], index: number): Item[] => list.filter((_, here) => here !== index);

function Locations({ value, onChange, isDisabled }: Part<"locations">) {
  return (
    <fieldset className="set">
      <legend>Locations</legend>
      {value.map((location, index) => (
        <div key={index} className="set-row three">
          <TextField label="Name" isRequired maxLength={120} value={location.name} onChange={(name) => onChange(at(value, index, { name }))} isDisabled={isDisabled} />
          <TextField label="Address" maxLength={300} value={location.address} onChange={(address) => onChange(at(value, index, { address }))} isDisabled={isDisabled} />
          <ComboBox label="State" choices={STATE_CHOICES} chosen={location.state} onChoose={(state) => onChange(at(value, index, { state: state as typeof location.state }))} isDisabled={isDisabled} />
          {isDisabled ? null : <IconButton icon={IconTrash} label={`Remove ${location.name || "this location"}`} onPress={() => onChange(without(value, index))} />}
        </div>
      ))}
      {isDisabled ? null : <div><Button low icon={IconPlus} onPress={() => onChange([...value, { name: "", address: "", state: value[0]?.state ?? "VA" }])}>Add a location</Button></div>}
    </fieldset>
  );
}

function Staff({ value, onChange, isDisabled }: Part<"staff">) {
  return (
    <fieldset className="set">
      <legend>Staff</legend>
      <p className="help">People who work here without a license of their own. A name that stands here is a colleague’s; any other could be a patient’s.</p>
      {value.map((person, index) => (
        <div key={index} className="set-row">
          <TextField label="Name" isRequired maxLength={120} value={person.name} onChange={(name) => onChange(at(value, index, { name }))} isDisabled={isDisabled} />
          <TextField label="Work" maxLength={120} value={person.work} onChange={(work) => onChange(at(value, index, { work }))} isDisabled={isDisabled} />
          {isDisabled ? null : <IconButton icon={IconTrash} label={`Remove ${person.name || "this person"}`} onPress={() => onChange(without(value, index))} />}
        </div>
      ))}
      {isDisabled ? null : <div><Button low icon={IconPlus} onPress={() => onChange([...value, { name: "", work: "" }])}>Add someone</Button></div>}
    </fieldset>
  );
}
