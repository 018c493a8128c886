import type { Practice } from "@chaperone/contract";
import { expect, test } from "vitest";
import { linesOf } from "../../components/lines-field.tsx";
import { drafted } from "./practice-draft.ts";

const practice = { name: "Seapine Plastic Surgery", phones: ["757-555-0142"], revision: 7 } as Practice;

test("only what was touched is sent, against the revision at which it was touched", () => {
  const first = drafted(practice, null, { name: "Seapine" });
  expect(first).toEqual({ change: { name: "Seapine" }, revision: 7 });
  expect(drafted({ ...practice, revision: 9 }, first, { phones: [] })).toEqual({ change: { name: "Seapine", phones: [] }, revision: 7 });
});

test("a field that is put back as it was is no change", () => {
  const first = drafted(practice, null, { phones: [] });
  expect(drafted(practice, first, { phones: ["757-555-0142"] })).toBeNull();
});

test("a list is one thing a line, without empty ones", () => {
  expect(linesOf(" tummy tuck \n\n lipo\n")).toEqual(["tummy tuck", "lipo"]);
});
