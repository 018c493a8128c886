import { expect, it } from "vitest";
import { fitLinear, rowsOf, scoreRow } from "./linear.ts";
import type { Label } from "./linear.ts";

const rows = rowsOf([new Map([[0, 1]]), new Map([[1, 1]]), new Map([[0, 1], [2, 1]]), new Map([[1, 1], [2, 1]])], 3);
const how = { cost: 1, lean: 1, passes: 30, constant: 1 };

it("learns which column tells the topic", () => {
  const fit = fitLinear(rows, [1, -1, 1, -1], [0, 1, 2, 3], how);
  expect([0, 1, 2, 3].map((row) => scoreRow(rows, row, fit) > 0)).toEqual([true, false, true, false]);
});

it("takes no side from cases that do not count", () => {
  const labels: Label[] = [1, -1, 0, 0];
  expect(fitLinear(rows, labels, [0, 1, 2, 3], how).weights[2]).toBe(0);
});

it("learns the same twice", () => {
  expect(fitLinear(rows, [1, -1, 1, -1], [0, 1, 2, 3], how)).toEqual(fitLinear(rows, [1, -1, 1, -1], [0, 1, 2, 3], how));
});
