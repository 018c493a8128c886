import { expect, test } from "vitest";
import type { Line } from "../input/lines.ts";
import { Crew } from "./crew.ts";

const settings = { file: "cases.jsonl", isFast: true, defaults: { draft: { surface: "post" as const }, context: { states: [] } } };

test("a crew reads only a little ahead of what was taken from it, and keeps the order", async () => {
  const crew = new Crew(2, settings);
  let given = 0;
  let taken = 0;
  let furthest = 0;
  async function* batches(): AsyncGenerator<Line[]> {
    for (let number = 1; number <= 40; number += 1) {
      given += 1;
      furthest = Math.max(furthest, given - taken);
      yield [{ number, text: JSON.stringify({ id: String(number), text: "Flu shots are in." }) }];
    }
  }
  const ids: (string | null)[] = [];
  for await (const { answers } of crew.answer(batches())) {
    taken += 1;
    for (const answer of answers) if (answer && "id" in answer) ids.push(answer.id);
  }
  await crew.close();
  expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => String(index + 1)));
  expect(furthest).toBeLessThanOrEqual(6);
});

test("a short batch does not overtake a long one while the second reader thinks", async () => {
  const crew = new Crew(1, { ...settings, isFast: false });
  const sizes = [6, 1, 4, 1, 1, 3];
  async function* batches(): AsyncGenerator<Line[]> {
    for (const [batch, size] of sizes.entries()) {
      yield Array.from({ length: size }, (_, at) => ({ number: at + 1, text: JSON.stringify({ id: `${batch}-${at}`, text: "Flu shots are in, walk right up." }) }));
    }
  }
  const answered: number[] = [];
  for await (const { lines, answers } of crew.answer(batches())) {
    expect(answers).toHaveLength(lines.length);
    answered.push(answers.length);
  }
  await crew.close();
  expect(answered).toEqual(sizes);
}, 60_000);
