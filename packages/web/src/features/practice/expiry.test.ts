import { expect, test } from "vitest";
import { expiriesOf } from "./expiry.ts";

const today = "2026-11-24";

test("what ran out comes before what will, and what is far away or undated is quiet", () => {
  const boards = [{ name: "American Board of Plastic Surgery", expires: "2026-10-31" }, { name: "American Board of Surgery", expires: "2031-12-31" }, { name: "Board without a date", expires: null }];
  expect(expiriesOf({ licenceExpires: "2027-01-15", boards }, today)).toEqual([
    { what: "American Board of Plastic Surgery", day: "2026-10-31", isOver: true },
    { what: "License", day: "2027-01-15", isOver: false },
  ]);
});

test("a license still holds on its last day", () => {
  expect(expiriesOf({ licenceExpires: today, boards: [] }, today)).toEqual([{ what: "License", day: today, isOver: false }]);
});

test("two months ahead is where the warning begins", () => {
  expect(expiriesOf({ licenceExpires: "2027-01-23", boards: [] }, today)).toHaveLength(1);
  expect(expiriesOf({ licenceExpires: "2027-01-24", boards: [] }, today)).toHaveLength(0);
});
