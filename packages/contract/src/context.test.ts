import { expect, test } from "vitest";
import { contextOf, type Speaking } from "./index.ts";

const seapine: Speaking = {
  states: ["VA"], specialty: "plastic-surgery", name: "Seapine Plastic Surgery", names: ["Seapine"], phones: ["(757) 555-0132"], staff: [{ name: "Maya Ortiz", work: "Front desk" }],
  medicalDirector: "Helen Okafor, MD", providers: [],
};
const okafor = { name: "Helen Okafor", degree: "MD", licence: "", licenceState: null, licenceExpires: null, boards: [{ name: "American Board of Plastic Surgery", expires: null }], specialties: [] };

test("the medical director is one of the staff, without the letters after the name", () => {
  expect(contextOf(seapine).staff).toEqual(["Maya Ortiz", "Helen Okafor"]);
  expect(contextOf({ ...seapine, medicalDirector: "" }).staff).toEqual(["Maya Ortiz"]);
});

test("no providers entered is not the same as having none", () => {
  expect(contextOf(seapine).providers).toBeUndefined();
  expect(contextOf({ ...seapine, providers: [okafor] }).providers).toEqual([{ name: "Helen Okafor", degree: "MD", boards: ["American Board of Plastic Surgery"], specialties: [] }]);
});
