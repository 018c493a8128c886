import { useState } from "react";
import { inWords } from "./api.ts";

type Said = { says: string; next: string };

/** Something asked of the desk by a form, the gate or a dialog; what went wrong stands on the page until the next try. `before` stands there to begin with. */
export function useAct(before?: string): { act: (work: () => Promise<unknown>) => void; says: Said | null; isActing: boolean } {
  const [says, say] = useState<Said | null>(before === undefined ? null : { says: before, next: "" }), [isActing, acting] = useState(false);
  const act = (work: () => Promise<unknown>): void => {
    say(null);
    acting(true);
    work().catch((error: unknown) => say(inWords(error))).finally(() => acting(false));
  };
  return { act, says, isActing };
}
