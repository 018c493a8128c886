import { expect, test } from "vitest";
import { isIn, partOf } from "./split.ts";

test("about four cases in five are for developing", () => {
  const ids = Array.from({ length: 5000 }, (_, index) => `dev-${String(index).padStart(4, "0")}`);
  const share = ids.filter((id) => partOf(id) === "develop").length / ids.length;
  expect(share).toBeGreaterThan(0.78);
  expect(share).toBeLessThan(0.82);
});

test("a case stays on its side", () => {
  expect(["dev-0001", "dev-0002", "dev-0003", "dev-0004", "dev-0005", "dev-0006"].map(partOf)).toMatchInlineSnapshot(`
    [
      "develop",
      "develop",
      "develop",
      "report",
      "report",
      "report",
    ]
  `);
});

test("every case is in all, and in exactly one of the two parts", () => {
  for (const id of ["dev-0001", "a-0117", "héros-9"]) {
    expect(isIn("all", id)).toBe(true);
    expect(isIn("develop", id)).not.toBe(isIn("report", id));
  }
});
