import type { Desk } from "./desk.ts";

export interface Round { name: string; everyMs: number; run(desk: Desk): Promise<unknown> }

/** Runs it after `firstMs`, and again `everyMs` after each turn has ended; answers with what ends it once the turn under way is done. */
export function repeat({ name, everyMs, run }: Round, desk: Desk, firstMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined, running: Promise<void> = Promise.resolve(), isOver = false;
  const turn = (): void => {
    running = run(desk).then(() => {}, (error: unknown) => desk.log.error({ round: name, error: (error as Error).name }, "a round did not finish"))
      .finally(() => { if (!isOver) timer = setTimeout(turn, everyMs).unref(); });
  };
  timer = setTimeout(turn, firstMs).unref();
  return async () => { isOver = true; clearTimeout(timer); await running; };
}
