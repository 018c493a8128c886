import { describe, expect, it } from "vitest";
import { plain, wordsOf } from "./words.ts";

describe("plain", () => {
  it("opens contractions and folds accents", () => {
    expect(plain("You won’t regret your visit, Señora Núñez")).toBe("you will not regret your visit, senora nunez");
  });

  it("undoes letters disguised as figures, but leaves figures alone", () => {
    expect(plain("Free b0t0x for the first 25 in our 5k")).toBe("free botox for the first 25 in our 5k");
  });

  it("drops characters that cannot be seen", () => {
    expect(plain("lip\u200Bo")).toBe("lipo");
  });
});

describe("wordsOf", () => {
  it("keeps the shape of a number, not its value", () => {
    expect(wordsOf("Fillers $499 in 2024")).toEqual(["fillers", "$", "0x3", "in", "0year"]);
  });
});
