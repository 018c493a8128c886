import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, countGraphemes, hashtagsOf } from "./count.ts";
import type { NetworkId } from "../practices.ts";
import { NETWORK_IDS } from "../practices.ts";
import { networks } from "./networks.ts";

const FAMILY = "👨‍👩‍👧‍👦", FLAG = "🇺🇸", WAVE = "👋🏽", KEYCAP = "1️⃣";
const used = (network: NetworkId, text: string): number => count(network, text).used;

describe("plain words count one a letter everywhere", () => {
  test.each(NETWORK_IDS)("%s", (network) => expect(used(network, "Flu shots start on Monday at the Shore Drive office.")).toBe(52));
});

describe("X", () => {
  test("an address counts 23, however long it is", () => {
    expect(used("x", "https://seapine.com/patients/before-you-come/what-to-bring")).toBe(23);
    expect(used("x", "Hours: seapine.com today")).toBe("Hours: ".length + 23 + " today".length);
  });
  test("an emoji counts two, with skin tone or a whole family", () => expect([FAMILY, FLAG, WAVE, KEYCAP, "😀"].map((text) => used("x", text))).toEqual([2, 2, 2, 2, 2]));
  test("Chinese, Japanese and Korean count two a letter", () => {
    expect(used("x", "皮膚科")).toBe(6);
    expect(used("x", "ひふか")).toBe(6);
    expect(used("x", "피부과")).toBe(6);
  });
  test("Spanish counts one a letter, composed or not", () => {
    expect(used("x", "Atención dermatológica")).toBe(22);
    expect(used("x", "Atención dermatológica".normalize("NFD"))).toBe(22);
  });
  test("280 fit, 281 are one over", () => {
    expect(count("x", "a".repeat(280))).toEqual({ used: 280, limit: 280, over: 0, unit: "characters" });
    expect(count("x", "a".repeat(281)).over).toBe(1);
    expect(count("x", "皮".repeat(141)).over).toBe(2);
  });
});

describe("Bluesky", () => {
  test("what is seen as one sign counts one", () => expect([FAMILY, FLAG, WAVE, "e\u0301", "ñ"].map((text) => used("bluesky", text))).toEqual([1, 1, 1, 1, 1]));
  test("an address counts all its letters", () => expect(used("bluesky", "https://seapine.com/hours")).toBe(25));
  test("300 families fit by sight and not by bytes, and the bytes are what is told", () => {
    expect(count("bluesky", FAMILY.repeat(300))).toEqual({ used: 7500, limit: 3000, over: 4500, unit: "bytes" });
    expect(count("bluesky", FAMILY.repeat(100)).over).toBe(0);
  });
});

describe("Mastodon", () => {
  test("an address counts 23", () => expect(used("mastodon", "https://seapine.com/a")).toBe(23));
  test("the full stop behind an address is not part of it", () => expect(used("mastodon", "See https://seapine.com/patients/before-you-come.")).toBe(4 + 23 + 1));
  test("of a name at another server only the name counts", () => expect(used("mastodon", "Thank you @okafor@mastodon.example for coming")).toBe("Thank you @okafor for coming".length));
  test("an e-mail address counts in full", () => expect(used("mastodon", "hello@seapine.com")).toBe(17));
  test("a family counts one", () => expect(used("mastodon", FAMILY)).toBe(1));
});

test("where the account's server has its own bound that one counts, but not for what it says nothing of", () => {
  expect(count("mastodon", "a".repeat(1200), "post", 1000)).toEqual({ used: 1200, limit: 1000, over: 200, unit: "characters" });
  expect(count("mastodon", "a".repeat(600), "profile", 1000).limit).toBe(500);
});
describe("LinkedIn", () => {
  test("signs that it reserves count two in a post", () => expect(used("linkedin", "(757) 555-0142 #thanks")).toBe(22 + 3));
  test("a comment is plain", () => expect(count("linkedin", "(757) 555-0142", "reply")).toEqual({ used: 14, limit: 1250, over: 0, unit: "characters" }));
});

describe("Threads", () => {
  test("an emoji counts its bytes", () => expect(used("threads", "Thanks 😀")).toBe(7 + 4));
  test("letters with accents count one", () => expect(used("threads", "Atención")).toBe(8));
});

describe("the rest", () => {
  test("Facebook and Instagram count as JavaScript does", () => expect([used("facebook", "😀"), used("instagram", FAMILY)]).toEqual([2, 11]));
  test("Google's replies are bounded in bytes", () => expect(count("google-business", "ñ".repeat(2100), "reply")).toEqual({ used: 4200, limit: 4096, over: 104, unit: "bytes" }));
  test("by hand there is no bound", () => expect(count("manual", "a".repeat(100_000))).toEqual({ used: 100_000, limit: null, over: 0, unit: "characters" }));
  test("a surface that a network does not have has no bound to break", () => expect(count("mastodon", "Hello", "ad").limit).toBeNull());
});

describe("for any text", () => {
  const anyText = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme", maxLength: 200 }), fc.array(fc.constantFrom(FAMILY, FLAG, "皮", "e\u0301", " ", "\n", "https://seapine.com/x", "@a@b.example", "word", "#tag", "(")).map((parts) => parts.join("")));
  test.each(NETWORK_IDS)("%s counts a whole number, and over is what is past the limit", (network) => {
    fc.assert(fc.property(anyText, (text) => {
      const { used, limit, over } = count(network, text);
      expect(Number.isInteger(used) && used >= 0).toBe(true);
      expect(over).toBe(limit === null ? 0 : Math.max(0, used - limit));
    }), { numRuns: 60 });
  });
  test.each(NETWORK_IDS)("on %s, another paragraph adds its own length", (network) => {
    fc.assert(fc.property(anyText, (text) => {
      fc.pre(!text.endsWith("\r"));
      expect(count(network, `${text}\n\nword`, "message").used).toBe(count(network, text, "message").used + 6);
    }), { numRuns: 40 });
  });
  test("graphemes are never more than code points", () => { fc.assert(fc.property(anyText, (text) => { expect(countGraphemes(text)).toBeLessThanOrEqual([...text].length); })); });
});

test("a long text is counted in a moment, whatever is in it", () => {
  for (const piece of ["a.", "@a", "#", "http://", "😀", "a@b.c", "x@x@"]) for (const network of NETWORK_IDS) {
    const start = performance.now();
    count(network, piece.repeat(5000 / piece.length));
    expect(performance.now() - start, `${network}, ${piece}`).toBeLessThan(2000);
  }
});

test("hashtags are words behind a sign, and a number alone is none", () => {
  expect(hashtagsOf("#ThankYou neighbors #flu2026 #1 a#b https://x.example/#top (#piñata)")).toEqual(["ThankYou", "flu2026", "piñata"]);
});

test("every network has a name and at least one surface, and its crop is a range", () => {
  for (const network of Object.values(networks)) {
    expect(Object.keys(network.surfaces)).toContain("post");
    expect(network.pictures.proportions.narrowest).toBeLessThanOrEqual(network.pictures.proportions.widest);
  }
});
