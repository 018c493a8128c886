import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { combinations, kindOf, languageOf, REPLY_KINDS, REPLY_LANGUAGES, replies, spokenParts, type Answered, type KindParts, type ReplyKind, type ReplyParts, type ReplyPractice } from "@chaperone/engine";

const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const parts = { en: read("en.yaml"), es: read("es.yaml"), kinds: read("kinds.yaml") } as ReplyParts;

const RARE = new Set<ReplyKind>(["wrong-practice", "threatening-legal", "emergency"]);
const full = { name: "Juniper Family Dental", phone: "(555) 010-0100", contact: { en: "our office manager", es: "nuestra gerente" } };
const practices: ReplyPractice[] = [full, { name: full.name }, { phone: full.phone }, {}];
const review = (text: string): Answered => ({ kind: "review", author: "Tamsin O.", text });
const each = REPLY_LANGUAGES.flatMap((language) => REPLY_KINDS.map((kind) => ({ language, kind, own: parts[language][kind] })));
const all = ({ openings, middles, closings }: KindParts) => [...openings, ...middles, ...closings];

test.each(each)("$language $kind has enough to say, with a phone and without", ({ language, kind, own }) => {
  const [openings, middles, closings] = RARE.has(kind) ? [4, 4, 3] : [12, 10, 8];
  for (const practice of practices) {
    const spoken = spokenParts(own, practice, language);
    expect(spoken.openings.length).toBeGreaterThanOrEqual(openings);
    expect(spoken.middles.length).toBeGreaterThanOrEqual(middles);
    expect(spoken.closings.length).toBeGreaterThanOrEqual(closings);
  }
});

test.each(each)("$language $kind is written in whole sentences that are said once", ({ own }) => {
  for (const sentence of all(own)) {
    expect(sentence).toMatch(/^[\p{Lu}{].*\.$/u);
    expect(sentence).not.toMatch(/[!?]| {2}/);
  }
  expect(new Set(all(own)).size).toBe(all(own).length);
});

test.each(each)("$language $kind gives the way to talk in the closing only, and fits where replies are short", ({ language, own }) => {
  for (const sentence of [...own.openings, ...own.middles]) expect(sentence).not.toMatch(/[{}]/);
  for (const combination of combinations(spokenParts(own, full, language))) {
    const text = combination.join(" ");
    expect(text.length).toBeLessThanOrEqual(280);
    expect(text.split(full.phone).length).toBeLessThanOrEqual(2);
  }
});

test.each(each)("$language $kind thanks the words and never the visit", ({ own }) => {
  const english = /\b(sorry|apolog\w+|again|see you|visit\w* (us|with)|your (visit|appointment|care|experience|treatment|results?|procedure|trust|loyalty)|our patients?|records?|choosing us|come back|today|yesterday|happy with|glad you)\b/i;
  const spanish = /\b(lo siento|lamentamos|disculp\w+|otra vez|de nuevo|nos vemos|su (visita|cita|atención|experiencia|tratamiento|confianza|resultado)|nuestr[oa]s pacientes?|registros?|elegirnos|hoy|ayer)\b/i;
  for (const sentence of all(own)) {
    expect(sentence).not.toMatch(english);
    expect(sentence).not.toMatch(spanish);
  }
});

test.each(REPLY_LANGUAGES)("in an emergency the first sentence points to 911 (%s)", (language) => {
  for (const opening of parts[language].emergency.openings) expect(opening).toContain("911");
});

test.each(REPLY_LANGUAGES)("a clinical question is never answered without a word about emergencies (%s)", (language) => {
  for (const closing of parts[language]["clinical-question"].closings) expect(closing).toContain("911");
});

test.each(each)("$language $kind stays varied when a reply may not say a thing twice", ({ language, kind }) => {
  const given = replies(review("Fine."), full, parts, { count: 100, kind, language, seed: 11 });
  expect(new Set(given.map(({ text }) => text)).size).toBe(100);
});

test("ten replies in a row, each avoiding those before, never share an opening with the last", () => {
  const said: string[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const [next] = replies(review("Lovely hygienist, on time, gentle."), full, parts, { count: 1, seed: turn, avoid: said });
    expect(said).not.toContain(next!.text);
    expect(next!.text.split(/[.,]/)[0]).not.toBe(said.at(-1)?.split(/[.,]/)[0]);
    said.push(next!.text);
  }
});

test.each<[ReplyKind, string]>([
  ["emergency", "Writing here because nobody picks up. My husband can't breathe after his dose"],
  ["emergency", "mi hija no puede respirar y nadie contesta"],
  ["emergency", "honestly after this I just want to die"],
  ["threatening-legal", "You'll be hearing from my attorney about that crown."],
  ["threatening-legal", "Voy a demandarlos y ya hablé con un abogado."],
  ["clinical-question", "Love this office! Is it normal that my gum still throbs on day four?"],
  ["clinical-question", "Excelente doctora. ¿Es normal que me arda el ojo?"],
  ["price-question", "Great reviews. How much does a deep cleaning run?"],
  ["price-question", "Se ve bien el lugar, ¿cuánto cuesta una limpieza?"],
  ["wrong-practice", "I think this was the wrong office, it was a dentist on Oak Street."],
  ["angry", "Worst hour of my month. The receptionist was rude and the bill was double."],
  ["angry", "Pésimo trato, la recepcionista fue muy grosera."],
  ["thank-you-for-nothing", "Left three messages. Thanks for nothing."],
  ["thank-you-for-nothing", "Gracias por nada."],
  ["mixed", "The doctor explained everything, but parking took half an hour."],
  ["mixed", "La doctora es buena, pero la espera fue larga."],
  ["mixed", "They moved to the second floor."],
  ["five-star", "Never rude, never rushed, just kind people. Five stars!"],
  ["five-star", "La dentista es muy amable, la recomiendo."],
])("%s: %s", (kind, text) => expect(kindOf(review(text), parts.kinds)).toBe(kind));

test.each<["en" | "es", string]>([
  ["en", "The doctor took the time to listen to my dad."],
  ["es", "El doctor se tomó el tiempo de escuchar a mi papá."],
  ["es", "¡Muy buena atención!"],
  ["en", "Dr. Delgado is the best."],
  ["en", "👍"],
])("%s: %s", (language, text) => expect(languageOf(text)).toBe(language));

test("what cannot be read as a kind gets the neutral reply", () => {
  for (const text of ["", "...", "🙂", "Second floor, blue door."]) expect(kindOf(review(text), parts.kinds)).toBe("mixed");
});
