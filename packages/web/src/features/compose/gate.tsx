/** The foot of Compose: the verdict, who approves, when and where, and the one button. */
import { IconClock, IconUserCheck } from "@tabler/icons-react";
import { Button } from "../../components/button.tsx";
import { Gate } from "../../components/gate.tsx";
import type { GateState, StepKind } from "./next-step.ts";
import { nextStep, verdictWords } from "./next-step.ts";

interface ComposeGateProps {
  state: GateState;
  /** "Version 8, checked 9:44 AM". */
  checked?: string | undefined;
  approver: { title: string; detail: string };
  slot: { title: string; detail: string };
  onStep: (kind: StepKind) => void;
  /** Preview on narrow screens, more ways on wide ones. */
  more?: React.ReactNode;
}

export function ComposeGate({ state, checked, approver, slot, onStep, more }: ComposeGateProps) {
  const { kind, label, look } = nextStep(state), words = verdictWords(state, checked);
  const isIdle = kind === "wait" || kind === "none";
  return (
    <Gate
      verdict={words} cells={[{ icon: IconUserCheck, ...approver }, { icon: IconClock, ...slot }]}
      next={<>{more}<Button {...(look === "plain" ? {} : { kind: look })} isDisabled={isIdle} onPress={() => onStep(kind)}>{label}</Button></>}
    />
  );
}
