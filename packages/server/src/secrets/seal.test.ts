import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSeal, WrongSeal } from "./seal.ts";

const key = randomBytes(32), seal = makeSeal(key);

test("what was sealed opens to the same words, and looks different each time", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (secret) => {
    const sealed = seal.seal(secret);
    expect(seal.open(sealed)).toBe(secret);
    expect(seal.seal(secret)).not.toBe(sealed);
  }));
});

test("another key does not open it", () => {
  expect(() => makeSeal(randomBytes(32)).open(seal.seal("token"))).toThrow(WrongSeal);
});

test("a changed letter is noticed wherever it stands", () => {
  const sealed = seal.seal("a token of some length");
  for (let at = 0; at < sealed.length; at += 1) {
    const touched = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
    // The last letter of base64 carries bits that mean nothing; what opens then is still the secret.
    let opened: string | undefined;
    try { opened = seal.open(touched); } catch { continue; }
    expect(opened).toBe("a token of some length");
  }
});
