import { expect, it } from "vitest";
import { packSections, unpackSections } from "../src/container.ts";
import { DENSE } from "../src/dense.ts";
import { linearStage } from "../src/model.ts";
import { linearScores } from "../src/stages.ts";
import { dice } from "./linear.ts";
import { shrunkLinear } from "./ship.ts";

it("ships what was learned: many light weights beside a few heavy ones decide as they did before", () => {
  const random = dice(5), features = Array.from({ length: 4_000 }, (_, at) => at * 7 + 3), rarity = new Map(features.map((feature) => [feature, 0.5 + random()]));
  // One weight in a hundred is heavy, the others a twentieth of it.
  const fits = [0, 1].map(() => ({ bias: random() - 0.5, weights: Float32Array.from({ length: DENSE + features.length }, (_, at) => (random() - 0.5) * (at % 100 === 0 ? 1 : 0.05)) }));
  const { section } = unpackSections(packSections({}, shrunkLinear("linear", { features, rarity }, fits))), stage = linearStage("linear", section);
  for (let text = 0; text < 20; text++) {
    const row = new Map(features.filter(() => random() < 0.1).map((feature) => [feature, random()])), dense = Float32Array.from({ length: DENSE }, () => random() - 0.5);
    const scores = linearScores(stage, row, dense);
    fits.forEach(({ bias, weights }, output) => {
      const learned = [...row].reduce((sum, [feature, value]) => sum + weights[DENSE + (feature - 3) / 7]! * rarity.get(feature)! * value, dense.reduce((sum, value, at) => sum + value * weights[at]!, bias));
      expect(scores[output]).toBeCloseTo(learned, 1);
    });
  }
});
