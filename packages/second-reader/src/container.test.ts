import { expect, it } from "vitest";
import { packSections, squeeze, unpackSections, unsqueeze } from "./container.ts";

it("gives back every array that was packed, whatever lies beside it", () => {
  const bytes = packSections({ topics: ["minors"] }, { small: Int8Array.of(-3, 7, 9), names: Uint32Array.of(4_000_000_000), real: Float32Array.of(0.5, -2) });
  const { about, section } = unpackSections(bytes);
  expect(about).toEqual({ topics: ["minors"] });
  expect([...section("small", "i8")]).toEqual([-3, 7, 9]);
  expect([...section("names", "u32")]).toEqual([4_000_000_000]);
  expect([...section("real", "f32")]).toEqual([0.5, -2]);
});

it("says which array is missing", () => {
  const { section } = unpackSections(packSections({}, { real: Float32Array.of(1) }));
  expect(() => section("dense", "i8")).toThrow("no i8 section “dense”");
});

it("keeps small weights beside large ones", () => {
  const [large, small] = unsqueeze(Int8Array.of(squeeze(-2, 2), squeeze(0.004, 2)));
  expect(large! * 2).toBeCloseTo(-2, 6);
  expect(small! * 2).toBeCloseTo(0.004, 3);
});
