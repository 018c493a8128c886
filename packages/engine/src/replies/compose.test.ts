import { expect, test } from "vitest";
import fc from "fast-check";
import type { Answered } from "../vocabulary.ts";
import { combinations, replies, spokenParts, type KindParts, type ReplyParts } from "./compose.ts";
import { REPLY_KINDS, type ReplyKind } from "./kind.ts";

const english: KindParts = {
  openings: ["Thank you for the kind words.", "What a kind note to read.", "Many thanks for writing."],
  middles: ["We aim for clear answers.", "Listening first is how we like to work.", "Our replies stay general here."],
  closings: [
    "Please call {phone}.", "We are at {phone}.", "Please ask for {contact} at {phone}.", "{contact} would like to hear more, at {phone}.",
    "Please call the office.", "Warmly, the team at {practice}.", "All the best.",
  ],
};
const spanish: KindParts = { openings: ["Gracias por escribir."], middles: ["Por privacidad, respondemos en general."], closings: ["Llame al {phone}.", "Llame a la oficina."] };
const forEveryKind = (parts: KindParts) => Object.fromEntries(REPLY_KINDS.map((kind) => [kind, parts])) as Record<ReplyKind, KindParts>;
const parts: ReplyParts = {
  en: forEveryKind(english),
  es: forEveryKind(spanish),
  kinds: { ...(Object.fromEntries(REPLY_KINDS.map((kind) => [kind, []])) as unknown as Record<ReplyKind, string[]>), angry: ["rude"] },
};
const review = (text: string): Answered => ({ kind: "review", author: "Marisol V.", text });
const practice = { name: "Juniper Skin", phone: "(555) 010-0100", contact: "our office manager" };
const gentle = review("The staff was gentle and I did not feel rushed.");

test("a reply is one opening, one middle and one closing", () => {
  for (const { text } of replies(gentle, practice, parts, { count: 5, seed: 3 })) {
    expect(english.openings.some((opening) => text.startsWith(opening))).toBe(true);
    expect(english.middles.some((middle) => text.includes(middle))).toBe(true);
    expect(text).toMatch(/\(555\) 010-0100\.$/);
  }
});

test("the same seed gives the same replies, and another seed others", () => {
  const of = (seed: number) => replies(gentle, practice, parts, { count: 6, seed });
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
  expect(replies(gentle, practice, parts, { count: 2 })).toEqual(replies(gentle, practice, parts, { count: 2 }));
});

test("no reply is given twice in a row, and used sentences come up last", () => {
  const [first] = replies(gentle, practice, parts, { count: 1, seed: 1 });
  const next = replies(gentle, practice, parts, { count: 3, seed: 1, avoid: [first!.text] });
  expect(next.map(({ text }) => text)).not.toContain(first!.text);
  expect(english.openings.find((opening) => first!.text.startsWith(opening))).not.toBe(english.openings.find((opening) => next[0]!.text.startsWith(opening)));
});

test("neighboring replies begin differently", () => {
  const openings = replies(gentle, practice, parts, { count: 3, seed: 5 }).map(({ text }) => text.split(".")[0]);
  expect(new Set(openings).size).toBe(3);
});

test("without a phone nobody is sent to one, and with a phone everybody is", () => {
  expect(spokenParts(english, { name: "Juniper Skin" }, "en").closings).toEqual(["Please call the office.", "Warmly, the team at Juniper Skin.", "All the best."]);
  expect(spokenParts(english, { phone: "555-010-0100" }, "en").closings).toEqual(["Please call 555-010-0100.", "We are at 555-010-0100."]);
});

test("a sentence that begins with the contact begins with a capital", () => {
  expect(spokenParts(english, practice, "en").closings).toContain("Our office manager would like to hear more, at (555) 010-0100.");
});

test("a name that ends in a point does not end in two", () => {
  expect(spokenParts(english, { name: "Ortho Co." }, "en").closings).toContain("Warmly, the team at Ortho Co.");
});

test("a contact whom the review names is not repeated", () => {
  const named = review("Dana at the front desk was rude to my mother.");
  for (const { text, kind } of replies(named, { ...practice, contact: "Dana Whitlock" }, parts, { count: 9, seed: 2 })) {
    expect(text).not.toContain("Dana");
    expect(kind).toBe("angry");
  }
});

test("a Spanish review is answered in Spanish, and the contact may have a word for each language", () => {
  const [reply] = replies(review("La doctora fue muy amable y la espera fue corta."), practice, parts, { count: 1 });
  expect(reply).toEqual({ text: "Gracias por escribir. Por privacidad, respondemos en general. Llame al (555) 010-0100.", kind: "mixed", language: "es" });
  expect(spokenParts({ ...spanish, closings: ["Pregunte por {contact}."] }, { contact: { es: "nuestra gerente" } }, "es").closings).toEqual(["Pregunte por nuestra gerente."]);
});

test("a person may choose the kind and the language", () => {
  const [reply] = replies(gentle, practice, parts, { count: 1, kind: "emergency", language: "es" });
  expect(reply).toMatchObject({ kind: "emergency", language: "es" });
});

test("every combination comes up once", () => {
  const list = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 7 });
  fc.assert(fc.property(list, list, list, (openings, middles, closings) => {
    const all = [...combinations({ openings, middles, closings })].map((combination) => JSON.stringify(combination));
    expect(new Set(all).size).toBe(openings.length * middles.length * closings.length);
    expect(all.length).toBe(openings.length * middles.length * closings.length);
  }));
});

test("whatever the review says, its own words and the reviewer stay out of the reply", () => {
  const known = new Set([...combinations(spokenParts(english, practice, "en")), ...combinations(spokenParts(spanish, practice, "es"))].map((combination) => combination.join(" ")));
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.integer(), (text, seed) => {
    for (const reply of replies(review(text), practice, parts, { count: 4, seed })) expect(known.has(reply.text)).toBe(true);
  }));
});

test("asking for more than there is gives all there is", () => {
  const all = [...combinations(spokenParts(english, practice, "en"))].length;
  const given = replies(gentle, practice, parts, { count: 10_000 });
  expect(new Set(given.map(({ text }) => text)).size).toBe(all);
});
