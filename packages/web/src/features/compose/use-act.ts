import { useState } from "react";
import { inWords } from "../../lib/api.ts";

/** Something asked of the desk by the gate or a dialog; what went wrong stands on the page until the next try. */
export function useAct(): { act: (work: () => Promise<unknown>) => void; says: { says: string; next: string } | null; isActing: boolean } {
  const [says, say] = useState<{ says: string; next: string } | null>(null), [isActing, acting] = useState(false);
  const act = (work: () => Promise<unknown>): void => {
    say(null);
    acting(true);
    work().catch((error: unknown) => say(inWords(error))).finally(() => acting(false));
  };
  return { act, says, isActing };
}
