import { expect, test } from "vitest";
import type { CaseResult } from "../cases/case.ts";
import type { Severity } from "../desk.ts";
import type { Labels } from "./labels.ts";
import { Scorer } from "./score.ts";

function labels(fields: Partial<Labels>): Labels {
  return { id: "x", expect: [], also: [], pillar: null, ...fields };
}

function result(topics: [string, Severity][], pillar: CaseResult["pillar"] = null): CaseResult {
  const findings = topics.map(([topic, severity]) => ({ rule: `${topic}/any`, topic, severity, start: 0, end: 1, message: "" }));
  return { id: "x", verdict: "clear", findings, pillar };
}

test("right, wrong and missed topics become precision, recall and F1", () => {
  const scorer = new Scorer();
  scorer.add(labels({ expect: ["outcome-guarantee"] }), result([["outcome-guarantee", "stop"]]));
  scorer.add(labels({ expect: ["outcome-guarantee"] }), result([]));
  scorer.add(labels({}), result([["outcome-guarantee", "question"]]));
  const { topics, micro, macroF1 } = scorer.score();
  expect(topics["outcome-guarantee"]).toEqual({ right: 1, wrong: 1, missed: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
  expect(micro.f1).toBe(0.5);
  expect(macroF1).toBe(0.5);
});

test("a topic on which readers may differ is neither right nor wrong", () => {
  const scorer = new Scorer();
  scorer.add(labels({ also: ["minors"] }), result([["minors", "stop"]]));
  expect(scorer.score()).toMatchObject({ topics: {}, clean: { of: 1, are: 1, share: 1 } });
});

test("notes hold nothing, so they spoil no clean text", () => {
  const scorer = new Scorer();
  scorer.add(labels({}), result([["credential-claim", "note"]]));
  scorer.add(labels({}), result([["credential-claim", "question"]]));
  expect(scorer.score().clean).toEqual({ of: 2, are: 1, share: 0.5 });
});

test("two findings on one topic count once", () => {
  const scorer = new Scorer();
  scorer.add(labels({}), result([["not-pg13", "stop"], ["not-pg13", "question"]]));
  expect(scorer.score().topics["not-pg13"]!.wrong).toBe(1);
});

test("a violating case is caught when one of its topics is", () => {
  const scorer = new Scorer();
  scorer.add(labels({ expect: ["minors", "before-after"] }), result([["minors", "stop"]]));
  scorer.add(labels({ expect: ["minors"] }), result([["before-after", "stop"]]));
  expect(scorer.score().caught).toEqual({ of: 2, are: 1, share: 0.5 });
});

test("a topic that only ever was flagged wrongly does not weigh on the macro average", () => {
  const scorer = new Scorer();
  scorer.add(labels({ expect: ["minors"] }), result([["minors", "stop"], ["not-pg13", "stop"]]));
  expect(scorer.score().macroF1).toBe(1);
});

test("pillars are compared only where the case has one", () => {
  const scorer = new Scorer();
  scorer.add(labels({ pillar: "community" }), result([], "community"));
  scorer.add(labels({ pillar: "community" }), result([], "promotional"));
  scorer.add(labels({}), result([]));
  expect(scorer.score().pillars).toEqual({ of: 2, are: 1, share: 0.5 });
});
