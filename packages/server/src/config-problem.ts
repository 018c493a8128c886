/** Everything that is wrong with the environment, a sentence each. */
export class ConfigProblem extends Error {
  override name = "ConfigProblem";
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) { super(mistakes.join("\n")); this.mistakes = mistakes; }
}
