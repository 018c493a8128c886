import { expect, test } from "vitest";
import { driftIn } from "./drift.ts";

const APPROVED = "Our skin checks take twenty minutes. Bring your medicines along.";

test("what differs stands in its sentence, with what it was before it", () => {
  expect(driftIn(APPROVED, "Our skin checks take ten minutes. Bring your medicines along.")).toEqual([
    { kind: "same", text: "Our skin checks take " }, { kind: "was", text: "twenty" }, { kind: "is", text: "ten" }, { kind: "same", text: " minutes. Bring your medicines along." },
  ]);
});
test("without the words that are gone, it is the text as it reads there", () => {
  for (const now of ["Bring a friend.", `${APPROVED} And a friend.`, "", `Welcome! ${APPROVED}`]) expect(driftIn(APPROVED, now).flatMap(({ kind, text }) => kind === "was" ? [] : text).join("")).toBe(now);
});
