import { expect, test } from "vitest";
import type { Finding } from "../desk.ts";
import { byRule } from "../formats/by-rule.ts";
import { markedText } from "./marks.ts";

function finding(start: number, end: number, severity: Finding["severity"] = "stop"): Finding {
  return { rule: "a/b", topic: "a", severity, start, end, message: "", why: "", instead: "", authorities: [], by: "rules" };
}

test("the words of a finding are marked and numbered", () => {
  expect(markedText("Lipo is 100% safe here", [[finding(8, 17)]])).toBe("Lipo is <mark class=\"stop\">100% safe</mark><sup>1</sup> here");
});

test("overlapping findings each keep their number, and the graver colors the words they share", () => {
  expect(markedText("abcdef", [[finding(0, 4, "question")], [finding(2, 6)]]))
    .toBe("<mark class=\"question\">ab</mark><mark class=\"stop\">cd</mark><sup>1</sup><mark class=\"stop\">ef</mark><sup>2</sup>");
});

test("a text cannot become markup", () => {
  expect(markedText("<script>alert(1)</script>", [[finding(0, 8)]])).toBe("<mark class=\"stop\">&lt;script&gt;</mark><sup>1</sup>alert(1)&lt;/script&gt;");
});

test("what one rule found has one number, and what must change comes first", () => {
  const groups = byRule([{ ...finding(0, 1, "question"), rule: "a/asks" }, finding(2, 3), finding(4, 5)]);
  expect(groups.map((group) => group.length)).toEqual([2, 1]);
  expect(markedText("a b c", groups).match(/<sup>\d/g)).toEqual(["<sup>2", "<sup>1", "<sup>1"]);
});
