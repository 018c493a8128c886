/** Other checkers of English text over the same texts, each as its users run it. */
import { TextlintKernel } from "@textlint/kernel";
import textPlugin from "@textlint/textlint-plugin-text";
import prh from "textlint-rule-prh";
import { text as alex } from "alex";
import writeGood from "write-good";

const PHRASES = ["guarantee", "best in town", "100% safe", "board certified", "free botox"];

export const peers: Record<string, (text: string) => Promise<number> | number> = {
  "textlint, five phrases": textlint(),
  "write-good": (text) => writeGood(text).length,
  alex: (text) => alex(text).messages.length,
};

function textlint(): (text: string) => Promise<number> {
  const kernel = new TextlintKernel();
  const ruleContents = [`version: 1\nrules:\n${PHRASES.map((phrase) => `  - pattern: /${phrase}/i\n    expected: careful\n`).join("")}`];
  const options = { ext: ".txt", plugins: [{ pluginId: "text", plugin: interop(textPlugin) }], rules: [{ ruleId: "prh", rule: interop(prh), options: { ruleContents } }] };
  return async (text) => (await kernel.lintText(text, options as never)).messages.length;
}

/** CommonJS packages wrap their default export once more. */
function interop<T>(module: T): T { return (module as { default?: T }).default ?? module; }
