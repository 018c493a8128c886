/** The check as one types. What it answers is always for the text as it stands: an older answer is “reading”, a broken one is “failed”. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { Answer, Checked, Question } from "./check-jobs.ts";

/** A check that takes this long did not finish: the post is held and says so. Compiling the rules the first time is part of it. */
const PATIENCE_MS = 20_000;

export type Check =
  | { state: "reading"; last: Checked | null }
  | { state: "checked"; last: Checked }
  | { state: "failed"; last: Checked | null };

type Started = { worker: Worker; isBroken: boolean };

export function useCheck(question: Question): Check & { again: () => void } {
  const key = useMemo(() => JSON.stringify(question), [question]);
  const started = useRef<Started | null>(null), number = useRef(0);
  const [answered, answer] = useState<{ key: string; checked: Checked | null } | null>(null);
  const [last, keep] = useState<Checked | null>(null);
  const [tries, tryAgain] = useState(0);

  useEffect(() => () => { started.current?.worker.terminate(); started.current = null; }, []);
  useEffect(() => {
    if (!started.current || started.current.isBroken) started.current = start();
    const one = started.current, id = ++number.current;
    const fail = (): void => { one.isBroken = true; one.worker.terminate(); answer({ key, checked: null }); };
    const hear = ({ data }: MessageEvent<Answer>): void => {
      if (data.id !== id) return;
      clearTimeout(patience);
      if ("failed" in data) { answer({ key, checked: null }); return; }
      keep(data);
      answer({ key, checked: data });
    };
    const patience = setTimeout(fail, PATIENCE_MS);
    one.worker.addEventListener("message", hear);
    one.worker.addEventListener("error", fail);
    one.worker.postMessage({ ...(JSON.parse(key) as Question), id });
    return () => { clearTimeout(patience); one.worker.removeEventListener("message", hear); one.worker.removeEventListener("error", fail); };
  }, [key, tries]);

  const again = (): void => { answer(null); tryAgain((before) => before + 1); };
  if (answered?.key !== key) return { state: "reading", last, again };
  return answered.checked ? { state: "checked", last: answered.checked, again } : { state: "failed", last, again };
}

function start(): Started {
  return { worker: new Worker(new URL("./check.worker.ts", import.meta.url), { type: "module" }), isBroken: false };
}
