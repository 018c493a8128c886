import { Radios } from "../../components/choices.tsx";
import { NumberField } from "../../components/number-field.tsx";
import { usePracticeDraft } from "./practice-draft.ts";
import { PracticeForm } from "./practice-form.tsx";

const POLICIES = [
  { id: "every-post", label: "Every post", detail: "Nothing goes out before a second person has approved it." },
  { id: "when-risky", label: "Posts that carry a risk", detail: "Patients, prices, claims and overrides wait for a second person; the rest may be scheduled by who wrote it." },
] as const;

export function PlanSection() {
  const draft = usePracticeDraft(), { value, change } = draft, isDisabled = !draft.mayChange;
  return (
    <PracticeForm draft={draft}>
      <div className="pair">
        <NumberField label="Posts a week" help="Four keep a practice present." minValue={1} maxValue={50} value={value.cadence} onChange={(cadence) => { if (!Number.isNaN(cadence)) change({ cadence }); }} isDisabled={isDisabled} />
        <NumberField label="Promotional, at most" help="Share of the last 28 days. A quarter is the good measure." minValue={0} maxValue={1} step={.05} formatOptions={{ style: "percent" }} value={value.promotionalShare} onChange={(promotionalShare) => { if (!Number.isNaN(promotionalShare)) change({ promotionalShare }); }} isDisabled={isDisabled} />
      </div>
      <Radios label="Who approves" choices={isDisabled ? POLICIES.filter(({ id }) => id === value.approvals) : POLICIES} chosen={value.approvals} onChoose={(approvals) => change({ approvals })} help="Whatever is chosen, nobody approves their own post about patients, and no one goes around the gate." />
      <NumberField label="Answer the public within, in hours" minValue={1} maxValue={336} value={value.answerWithin} onChange={(answerWithin) => { if (!Number.isNaN(answerWithin)) change({ answerWithin }); }} isDisabled={isDisabled} />
    </PracticeForm>
  );
}
