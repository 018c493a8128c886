import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLittleText, toLittleText } from "./little-text.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom("\\", "(", ")", "#flu", "@[a](b)", "{hashtag|\\#|x}", "*", "_", " word", "\n", "皮")).map((parts) => parts.join("")));

test("every text comes back as it was written", () => { fc.assert(fc.property(anyText, (text) => { expect(fromLittleText(toLittleText(text))).toBe(text); })); });
test("nothing of the little language is left unescaped", () => { fc.assert(fc.property(anyText, (text) => { expect(toLittleText(text).replace(/\\[\s\S]/g, "")).not.toMatch(/[\\|{}@[\]()<>#*_~]/); })); });
test("a hashtag and a mention that LinkedIn made templates of read as they are shown", () => {
  expect(fromLittleText("Get your {hashtag|\\#|FluShot} at @[Seapine \\(Main\\)](urn:li:organization:1) \\(today\\)")).toBe("Get your #FluShot at Seapine (Main) (today)");
});
