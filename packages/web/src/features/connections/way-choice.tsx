import type { WayIn } from "@chaperone/contract";
import { Radios } from "../../components/choices.tsx";

interface WayChoiceProps { ways: readonly WayIn[]; chosen: WayIn; onChoose: (host: string | null) => void }

/** Where a network has several ways in, what follows hangs on which one is taken. */
export function WayChoice({ ways, chosen, onChoose }: WayChoiceProps) {
  return <Radios label="How do you want to connect?" choices={ways.map(({ label, detail }) => ({ id: label, label, detail }))} chosen={chosen.label} onChoose={(label) => onChoose(ways.find((way) => way.label === label)!.host)} />;
}
