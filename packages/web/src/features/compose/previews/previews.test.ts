import { networks } from "@chaperone/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cropOf } from "./crop.ts";
import { foldText } from "./fold.ts";
import { piecesOf } from "./pieces.ts";

const post = "Four years ago we opened on Shore Drive with two exam rooms and a borrowed desk. This week we are saying thank you to the neighbors who made room for us.\n\nTo celebrate, we are giving away a $100 basket of pies from a bakery down the street: tell us your favorite below by Friday noon.";

describe("folding", () => {
  test("Facebook folds by lines, between words", () => {
    const { shown, isFolded } = foldText(post, networks.facebook.fold);
    expect(isFolded).toBe(true);
    expect(post.startsWith(shown) && /^\s/.test(post.slice(shown.length))).toBe(true);
    expect(shown).toContain("To celebrate");
  });
  test("Instagram shows two lines", () => expect(foldText(post, networks.instagram.fold).after).toBeLessThan(90));
  test("X shows all of it", () => expect(foldText(post, networks.x.fold).isFolded).toBe(false));
  test("a short text is not folded anywhere", () => { for (const { fold } of Object.values(networks)) expect(foldText("Closed on Friday.", fold).isFolded).toBe(false); });
  test("what is shown is always how the text begins, and never nothing", () => {
    fc.assert(fc.property(fc.string({ maxLength: 900 }), (text) => { for (const { fold } of Object.values(networks)) {
      const { shown } = foldText(text, fold);
      expect(text.startsWith(shown)).toBe(true);
      if (text.trim()) expect(shown.length).toBeGreaterThan(0);
    } }));
  });
});

describe("cropping", () => {
  test("a square stays a square on Facebook and Instagram", () => expect([cropOf(networks.facebook, { width: 1080, height: 1080 }).says, cropOf(networks.instagram, { width: 1, height: 1 }).says]).toEqual(["The picture is kept square.", "The picture is kept square."]));
  test("a tall telephone picture loses its ends on Instagram", () => expect(cropOf(networks.instagram, { width: 9, height: 16 })).toEqual({ ratio: 0.8, says: "The picture is cropped to 4:5: 30% goes at top and bottom." }));
  test("Google shows 4:3", () => expect(cropOf(networks["google-business"], { width: 1, height: 1 }).says).toBe("The picture is cropped to 4:3: 25% goes at top and bottom."));
});

test("links, hashtags and names are told from words, and nothing is lost", () => {
  const text = "Rules: seapine.example/pie. #ThankYou @okafor@mastodon.example (hello@seapine.com) #1";
  expect(piecesOf(text).filter(({ kind }) => kind !== "words")).toEqual([{ text: "seapine.example/pie", kind: "link" }, { text: "#ThankYou", kind: "hashtag" }, { text: "@okafor@mastodon.example", kind: "mention" }]);
  fc.assert(fc.property(fc.string(), (any) => { expect(piecesOf(any).map((piece) => piece.text).join("")).toBe(any); }));
});
