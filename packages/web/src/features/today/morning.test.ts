import { expect, test } from "vitest";
import { morningSays, practicesSay, type Words } from "./morning.ts";

const read = (words: Words[]): string => words.map(({ text }) => text).join("");
const maya = { name: "Maya", hour: 9, goingOut: 0, held: 0, waiting: 0 };

test("the sentence counts what goes out, what is held and who waits, and each count leads there", () => {
  const words = morningSays({ ...maya, goingOut: 2, held: 2, waiting: 3 });
  expect(read(words)).toBe("Good morning, Maya. Two posts go out today, two are held, and three wait for you.");
  expect(words.flatMap(({ text, href }) => href ? [[text, href]] : [])).toEqual([["Two posts", "#out"], ["two are held", "#held"], ["three", "#waiting"]]);
});

test("one is one, in every place of the sentence", () => {
  expect(read(morningSays({ ...maya, goingOut: 1, held: 1 }))).toBe("Good morning, Maya. One post goes out today and one is held.");
  expect(read(morningSays({ ...maya, waiting: 1 }))).toBe("Good morning, Maya. One post waits for you.");
  expect(read(morningSays({ ...maya, held: 12 }))).toBe("Good morning, Maya. 12 posts are held.");
});

test("a quiet day is said to be one, and the greeting follows the practice's clock", () => {
  expect(read(morningSays({ ...maya, hour: 14 }))).toBe("Good afternoon, Maya. Nothing needs you today.");
  expect([0, 5, 12, 19].map((hour) => read(morningSays({ ...maya, hour })).split(",")[0])).toEqual(["Good evening", "Good morning", "Good afternoon", "Good evening"]);
});

test("an agency hears which practices come first", () => {
  const at = (name: string, needs: number) => ({ name, needs, href: `/?${name}` });
  expect(read(practicesSay([at("Seapine", 2), at("Gulfview", 1), at("Mesa", 0), at("Hollis", 0), at("Bayou", 0)]))).toBe("Five practices. Seapine and Gulfview need you first; the others need nobody.");
  expect(read(practicesSay([at("Seapine", 1), at("Gulfview", 0)]))).toBe("Two practices. Seapine needs you first; the other needs nobody.");
  expect(read(practicesSay([at("A", 1), at("B", 1), at("C", 1), at("D", 1)]))).toBe("Four practices. A, B, C and one more need you first.");
  expect(read(practicesSay([at("A", 0), at("B", 0)]))).toBe("Two practices. None needs you now.");
});
