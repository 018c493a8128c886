/** One at a time, in the order of asking. `take` answers with the function that ends the turn. */
export function makeTurns(): { take(): Promise<() => void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    async take() {
      const before = last;
      let end!: () => void;
      last = new Promise((resolve) => { end = resolve; });
      await before;
      return end;
    },
  };
}
