import type { Context, Finding } from "@chaperone/engine";
import { expect, test } from "vitest";
import { fixOf, ofTakingOut } from "./fixes.ts";
import { changed } from "./take-out.ts";

const context: Context = { states: ["VA"], providers: [{ name: "Helen Okafor", degree: "MD", boards: ["American Board of Plastic Surgery"] }, { name: "Luis Ortega", degree: "PA-C" }] };
const on = (text: string, words: string, rest: Partial<Finding> = {}): Finding => ({
  rule: "any/rule", topic: "any", severity: "question", start: text.indexOf(words), end: text.indexOf(words) + words.length, message: "", why: "", instead: "Say what is true.", authorities: [], by: "rules", ...rest,
});
const fixed = (text: string, words: string, rest?: Partial<Finding>): string | null => {
  const fix = fixOf(on(text, words, rest), text, context);
  return fix && changed(text, fix);
};

test("a doctor whom the practice knows gets her name and degree", () => {
  expect(fixed("Dr. Okafor is back on Monday.", "Dr. Okafor is")).toBe("Helen Okafor, MD is back on Monday.");
  expect(fixed("Doctor Helen Okafor sees you.", "Doctor Helen Okafor")).toBe("Helen Okafor, MD sees you.");
});
test("a doctor whom nobody knows is left alone", () => expect(fixed("Dr. Smith is back.", "Dr. Smith")).toBeNull());
test("a longer sentence about a doctor is not replaced by a name", () => expect(fixed("Dr. Okafor fixed it all.", "Dr. Okafor fixed it all")).toBeNull());
test("the board on file is named, of the person that the sentence names", () => {
  expect(fixed("Dr. Okafor is board certified and kind.", "board certified")).toBe("Dr. Okafor is certified by the American Board of Plastic Surgery and kind.");
  expect(fixed("Luis Ortega is board-certified.", "board-certified")).toBeNull();
  expect(fixed("We are board certified.", "board certified")).toBeNull();
});
test("wording that the rule prescribes is put in", () => expect(fixed("Win it!", "Win it!", { instead: "Write “Results vary.”" })).toBe("Results vary."));
test("an example inside advice is no wording to put in", () => {
  expect(fixed("We are certified here.", "certified", { instead: "Name the board in full, for instance “certified by the American Board of Dermatology”." })).toBeNull();
  expect(fixed("Call us.", "Call us", { instead: "Say “please call …”." })).toBeNull();
});
test("what must not go out can be taken out", () => expect(fixed("Closed Friday. Anna, we love your nose!", "we love your nose", { severity: "stop" })).toBe("Closed Friday."));
test("a question can be taken out too, the quiet way", () => expect(ofTakingOut(on("Best laser in town. Closed Friday.", "Best laser"), "Best laser in town. Closed Friday.")!.label).toBe("Take the sentence out"));
test("a finding beyond the text, such as in a hashtag behind it, has no fix here", () => expect(fixOf({ ...on("Hi", "Hi"), start: 10, end: 20 }, "Hi", context)).toBeNull());
