/** Whatever the reply composer can say, the check lets through: in every state, to every kind of review, in both languages. */
import { expect, test } from "vitest";
import fc from "fast-check";
import { check, REPLY_KINDS, REPLY_LANGUAGES, replies, spokenParts, type Answered, type Context, type KindParts, type ReplyKind, type ReplyLanguage, type ReplyParts, type ReplyPractice } from "@chaperone/engine";
import { pack, replyParts } from "@chaperone/rules";

const STATES = ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX " +
  "UT VT VA WA WV WI WY").split(" ");
/** Many texts on a slow machine; nothing here waits. */
const LONG = 120_000;
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
  "Best dentist in town, hands down!",
  "They fixed my ankle and I am so grateful to Joan.",
  "My gums bleed every morning, what should I put on them?",
  "Can I have lip filler at fifteen? My mother says no.",
  "How is my aunt doing after her surgery, is she still there?",
  "Is it true that you sue people over bad reviews? Do you give free flu shots?",
  "Rude.",
  "⭐⭐⭐⭐⭐",
  "Just followed you, your smile videos are the best",
  "¿Cuánto cuesta el Botox y soy candidata si estoy embarazada?",
  "La doctora Reyes me hizo una limpieza el lunes y me cobraron de más. Pésimo trato, gracias por nada.",
].map((text) => review(text));

const held = (text: string, context: Context, inReplyTo: Answered = REVIEWS[0]!): string[] =>
  check({ text, surface: "reply", channel: "google-business", inReplyTo }, context, judge).findings
    .filter(({ severity }) => severity !== "note")
    .map(({ rule, start, end }) => `${rule}: “${text.slice(start, end)}” in “${text}”`);

const each = REPLY_LANGUAGES.flatMap((language) => REPLY_KINDS.map((kind) => ({ language, kind })));
const spokenBy = (practices: ReplyPractice[], language: ReplyLanguage, kind: ReplyKind): KindParts[] =>
  practices.map((practice) => spokenParts(parts[language][kind], practice, language));
const everySentence = (language: ReplyLanguage): Set<string> =>
  new Set(REPLY_KINDS.flatMap((kind) => spokenBy([english, spanish, named, silent], language, kind).flatMap(({ openings, middles, closings }) => [...openings, ...middles, ...closings])));

function* pairs({ openings, middles, closings }: KindParts): Generator<string> {
  for (const opening of openings) for (const next of [...middles, ...closings]) yield `${opening} ${next}`;
  for (const middle of middles) for (const closing of closings) yield `${middle} ${closing}`;
}

test("there are fifty states, the District and Puerto Rico", () => expect(new Set(STATES).size).toBe(52));

test.each(REPLY_LANGUAGES)("every sentence passes alone in every state, for every specialty and to every review (%s)", (language) => {
  const found = new Set<string>();
  let turn = 0;
  for (const sentence of everySentence(language)) {
    for (const context of [...places, ...contexts]) for (const finding of held(sentence, context, REVIEWS[turn++ % REVIEWS.length])) found.add(finding);
    for (const answered of REVIEWS) for (const finding of held(sentence, everywhere, answered)) found.add(finding);
  }
  expect([...found]).toEqual([]);
}, LONG);

/** A rule reads within a sentence, or looks for two things in a text: so pairs meet what combinations could. */
test.each(each)("every two sentences that can meet pass together in all states at once ($language $kind)", ({ language, kind }) => {
  const found = new Set<string>();
  let turn = 0;
  for (const spoken of spokenBy([language === "en" ? english : spanish, silent], language, kind))
    for (const pair of pairs(spoken)) for (const finding of held(pair, everywhere, REVIEWS[turn++ % REVIEWS.length])) found.add(finding);
  expect([...found].slice(0, 20)).toEqual([]);
}, LONG);

test("whoever asks, whatever they wrote, the reply given passes where the practice is", () => {
  const practice = fc.constantFrom(english, named, silent);
  const words = fc.array(fc.constantFrom(...REVIEWS.flatMap(({ text }) => text.split(" "))), { maxLength: 25 }).map((list) => list.join(" "));
  const author = fc.constantFrom("Grace Will", "Kelly", "Dear", "Joy Call", "Anonymous", "M. Warm", "Hope", "Luz Clara");
  fc.assert(fc.property(practice, words, author, fc.integer(), fc.constantFrom(...each), fc.constantFrom(...places), (who, text, name, seed, as, place) => {
    const answered = review(text, name);
    const given = [...replies(answered, who, parts, { count: 2, seed }), ...replies(answered, who, parts, { count: 2, seed, ...as })];
    for (const reply of given) expect(held(reply.text, place, answered)).toEqual([]);
  }), { numRuns: 400 });
}, LONG);
