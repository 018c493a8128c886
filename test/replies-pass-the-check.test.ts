/** Whatever the reply composer can say, the check lets through: in every state, to every kind of review, in both languages. */
import { expect, test } from "vitest";
import fc from "fast-check";
import { check, combinations, REPLY_KINDS, REPLY_LANGUAGES, replies, spokenParts, type Answered, type Context, type KindParts, type ReplyParts, type ReplyPractice } from "@chaperone/engine";
import { pack, replyParts } from "@chaperone/rules";

const STATES = ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX " +
  "UT VT VA WA WV WI WY").split(" ");
const judge = pack();
const parts = replyParts() as ReplyParts;

const english: ReplyPractice = { name: "Juniper Health", phone: "(555) 010-0100", contact: "our office manager" };
const spanish: ReplyPractice = { ...english, contact: "nuestra gerente" };
const named: ReplyPractice = { name: "Juniper Health", phone: "555-010-0100", contact: "Dana Whitlock" };
const silent: ReplyPractice = {};

const places = STATES.map((state): Context => ({ states: [state], names: ["Juniper Health"], staff: ["Dana Whitlock"] }));
/** Rules and overlays only add up over states, so what passes in all of them at once passes in each. */
const everywhere: Context = { ...places[0]!, states: STATES };
const specialties = [...new Set(judge.rules.flatMap((rule) => [...(rule.for ?? []), ...(rule["not-for"] ?? [])]))];
const contexts: Context[] = [everywhere, { ...everywhere, providers: [] }, ...specialties.map((specialty) => ({ ...everywhere, specialty }))];

const review = (text: string, author = "Grace Will"): Answered => ({ kind: "review", author, text });
/** Full of what a reply must not take up: names, treatments, dates, prices, outcomes, threats. */
const REVIEWS = [
  "Dr. Ames did my rhinoplasty on March 3 and Kelly at the front desk was an angel. I love my results, thank you!",
  "The worst. I paid $900 for Botox, waited an hour on Tuesday and the nurse was rude. My lawyer will call you.",
  "Is it normal that my incision is warm and swollen a week after the tummy tuck? How much is a visit?",
  "My son has asthma and Wegovy made me sick. Never been to this office, wrong place I think. Can't breathe!",
  "Thanks for nothing.",
  "La doctora Reyes me hizo una limpieza el lunes y me cobraron de más. Pésimo trato, gracias por nada.",
].map((text) => review(text));

const held = (text: string, context: Context, inReplyTo: Answered = REVIEWS[0]!): string[] =>
  check({ text, surface: "reply", channel: "google-business", inReplyTo }, context, judge).findings
    .filter(({ severity }) => severity !== "note")
    .map(({ rule, start, end }) => `${rule}: “${text.slice(start, end)}” in “${text}”`);

const each = REPLY_LANGUAGES.flatMap((language) => REPLY_KINDS.map((kind) => ({ language, kind })));
const spokenBy = (language: "en" | "es", kind: (typeof REPLY_KINDS)[number]): KindParts[] =>
  [language === "en" ? english : spanish, named, silent].map((practice) => spokenParts(parts[language][kind], practice, language));
const sentencesOf = (spoken: KindParts[]): string[] =>
  [...new Set(spoken.flatMap(({ openings, middles, closings }) => [...openings, ...middles, ...closings]))];

test("there are fifty states, the District and Puerto Rico", () => expect(new Set(STATES).size).toBe(52));

test.each(each)("every sentence passes alone in every state and to every review ($language $kind)", ({ language, kind }) => {
  const found = new Set<string>();
  for (const sentence of sentencesOf(spokenBy(language, kind))) {
    for (const place of places) for (const finding of held(sentence, place)) found.add(finding);
    for (const context of contexts) for (const answered of REVIEWS) for (const finding of held(sentence, context, answered)) found.add(finding);
  }
  expect([...found]).toEqual([]);
});

test.each(each)("every combination passes in all states at once ($language $kind)", ({ language, kind }) => {
  const found = new Set<string>();
  let turn = 0;
  for (const spoken of spokenBy(language, kind))
    for (const combination of combinations(spoken))
      for (const finding of held(combination.join(" "), everywhere, REVIEWS[turn++ % REVIEWS.length])) if (found.size < 20) found.add(finding);
  expect([...found]).toEqual([]);
});

test("whoever asks, whatever they wrote, the reply given passes where the practice is", () => {
  const practice = fc.constantFrom(english, named, silent);
  const words = fc.array(fc.constantFrom(...REVIEWS.flatMap(({ text }) => text.split(" "))), { maxLength: 25 }).map((list) => list.join(" "));
  const author = fc.constantFrom("Grace Will", "Kelly", "Dear", "Joy Call", "Anonymous", "M. Warm", "Hope", "Luz Clara");
  fc.assert(fc.property(practice, words, author, fc.integer(), fc.constantFrom(...places), (who, text, name, seed, place) => {
    const answered = review(text, name);
    for (const reply of replies(answered, who, parts, { count: 3, seed })) expect(held(reply.text, place, answered)).toEqual([]);
  }), { numRuns: 300 });
});
