import type { DeskFinding, Override, Post } from "@chaperone/contract";
import { expect, test } from "vitest";
import { judged } from "./verdict-words.ts";

const found = (rule: string, severity: DeskFinding["severity"]): DeskFinding => ({ rule, severity }) as DeskFinding;
const post = (findings: DeskFinding[], { reasons = [] as string[], letStand = [] as string[] } = {}) => ({
  version: "v2", receipt: { findings }, content: { reasons: reasons.map((rule) => ({ rule, reason: "Because" })) }, overrides: letStand.map((rule) => ({ rule, version: "v2", granted: true }) as Override),
}) as unknown as Post;
const stop = found("safety/risk-free", "stop"), question = found("credentials/board", "question"), note = found("style/all-caps", "note");

test.each([
  ["nothing found", post([]), "clear", "Clear"],
  ["only notes", post([note]), "clear", "Clear"],
  ["a question with its answer", post([question, note], { reasons: [question.rule] }), "question", "Question: 1 answer to weigh"],
  ["a question without one", post([question, question]), "question", "Question: 2 ask for an answer"],
  ["a stop", post([stop, question]), "stop", "Stop: 1 must change"],
  ["a stop that was let stand", post([stop], { letStand: [stop.rule] }), "question", "Stop: 1 exception"],
  ["no check to its end", { ...post([]), receipt: null }, "stop", "Not checked: held"],
] as const)("%s", (_, one, kind, title) => expect(judged(one)).toMatchObject({ kind, title }));

test("an exception from an older version lets nothing stand", () => {
  const one = post([stop], { letStand: [stop.rule] });
  expect(judged({ ...one, version: "v3" })).toMatchObject({ kind: "stop" });
});
