import { useState } from "react";
import { inWords } from "../../lib/api.ts";

/** A question to the desk that a form asks: whether it is under way, and what came of it when it went wrong. */
export function useAsked(before?: string): { isAsking: boolean; says: string | undefined; ask: (work: () => Promise<unknown>) => void } {
  const [isAsking, setAsking] = useState(false), [says, say] = useState(before);
  const ask = (work: () => Promise<unknown>): void => {
    setAsking(true);
    say(undefined);
    work().catch((error: unknown) => say(inWords(error).says)).finally(() => setAsking(false));
  };
  return { isAsking, says, ask };
}
