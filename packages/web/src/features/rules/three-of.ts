/** Two sentences that a rule finds and one that it lets pass; what one side lacks, the other gives. */
export function threeOf({ flag, pass }: { flag: readonly string[]; pass: readonly string[] }): { sentence: string; isFound: boolean }[] {
  const found = flag.slice(0, pass.length === 0 ? 3 : 2), passed = pass.slice(0, 3 - found.length);
  return [...found.map((sentence) => ({ sentence, isFound: true })), ...passed.map((sentence) => ({ sentence, isFound: false }))];
}
