import { expect, test } from "vitest";
import { findCommands, type Command } from "./find.ts";

const commands: Command[] = [
  { id: "write", label: "Write a post", also: "compose new draft" },
  { id: "calendar", label: "Calendar", also: "plan week month" },
  { id: "rules-va", label: "Virginia rules", detail: "18VAC85-20-30", also: "VA law" },
  { id: "post", label: "Thanksgiving thank-you", detail: "held, tomorrow" },
  { id: "cafe", label: "Café morning" },
];
const found = (sought: string) => findCommands(commands, sought).map((command) => command.id);

test("nothing typed shows everything in its own order", () => expect(found("")).toEqual(["write", "calendar", "rules-va", "post", "cafe"]));
test("the start of a name comes first", () => expect(found("cal")[0]).toBe("calendar"));
test("first letters find a sentence", () => expect(found("wap")[0]).toBe("write"));
test("another word for it finds it too", () => expect(found("compose")).toEqual(["write"]));
test("a citation finds its rules", () => expect(found("18vac")).toEqual(["rules-va"]));
test("two words may stand in any order", () => expect(found("rules virginia")).toEqual(["rules-va"]));
test("accents need not be typed", () => expect(found("cafe")).toEqual(["cafe"]));
test("what is not there is not found", () => expect(found("zebra")).toEqual([]));
