import { TextArea } from "../../components/field.tsx";
import { LinesField } from "../../components/lines-field.tsx";
import { usePracticeDraft } from "./practice-draft.ts";
import { PracticeForm } from "./practice-form.tsx";

export function PositionSection() {
  const draft = usePracticeDraft(), { position } = draft.value, isDisabled = !draft.mayChange;
  const change = (more: Partial<typeof position>) => draft.change({ position: { ...position, ...more } });
  return (
    <PracticeForm draft={draft}>
      <TextArea serif label="In one sentence" help="Why people choose this practice, in words one can prove. Every channel says the same." maxLength={300} value={position.sentence} onChange={(sentence) => change({ sentence })} isDisabled={isDisabled} />
      <LinesField serif label="What proves it" help="One a line: a board, a year, a number with its source." lines={position.proofs} onChange={(proofs) => change({ proofs })} isDisabled={isDisabled} />
      <div className="pair">
        <LinesField serif label="Words we use" help="One a line." lines={position.use} onChange={(use) => change({ use })} isDisabled={isDisabled} />
        <LinesField serif label="Words we never use" help="One a line. The margin of Compose speaks up." lines={position.never} onChange={(never) => change({ never })} isDisabled={isDisabled} />
      </div>
    </PracticeForm>
  );
}
