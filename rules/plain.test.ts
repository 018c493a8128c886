/** What anybody at a front desk would expect to be asked about, and to be left in peace with, before any second reader is asked. */
import { describe, expect, test } from "vitest";
import type { Draft, Surface } from "@chaperone/engine";
import { check } from "@chaperone/engine";
import { pack } from "./index.ts";

const PRAISE = "Best experience ever, everyone was so kind!", COMPLAINT = "Waited forever and nobody cared. One star.";

interface Plain { topic: string; text: string; on?: Surface; re?: string }

const asked: Plain[] = [
  { topic: "assumed-candidacy", text: "Everyone is a candidate for laser hair removal." },
  { topic: "assumed-candidacy", text: "You would be a perfect candidate for lipo!", on: "reply", re: "Would lipo help my belly?" },
  { topic: "assumed-candidacy", text: "You definitely qualify for GLP-1 injections.", on: "message", re: "Do I qualify?" },
  { topic: "automated-thanks", text: "Thanks for the follow, @maria_r!" },
  { topic: "automated-thanks", text: "Thank you for following us, Jenna!", on: "message" },
  { topic: "before-after", text: "Check out this before and after of her nose job!" },
  { topic: "before-after", text: "Swipe for the before and after. Six weeks of aligners." },
  { topic: "before-after", text: "Before ➡️ after: one session of lip filler on one of our lovely patients." },
  { topic: "credential-claim", text: "Board certified and ready to see you." },
  { topic: "credential-claim", text: "Our Botox specialist is in on Fridays." },
  { topic: "endorsement-disclosure", text: "Leave us a five-star review and get $20 off your next visit!" },
  { topic: "endorsement-disclosure", text: "Post a Google review and be entered to win a gift card." },
  { topic: "image-rights", text: "Found this picture on Google, too good not to share." },
  { topic: "image-rights", text: "Credit to the owner of this photo." },
  { topic: "individual-medical-advice", text: "That sounds like an infection. Take ibuprofen and it should be fine.", on: "reply", re: "My gum is swollen and throbbing, what is it?" },
  { topic: "individual-medical-advice", text: "Take 600 mg of ibuprofen every six hours.", on: "message", re: "My tooth hurts so much, what can I take?" },
  { topic: "individual-medical-advice", text: "You have eczema. Use hydrocortisone cream twice a day.", on: "reply", re: "What is this rash on my arm?" },
  { topic: "individual-medical-advice", text: "You can stop taking your antibiotic now.", on: "message", re: "Do I have to finish it?" },
  { topic: "minors", text: "Teens, get your lip filler before prom!" },
  { topic: "minors", text: "Back to school Botox for teens." },
  { topic: "not-pg13", text: "Get your tits done in time for summer." },
  { topic: "not-pg13", text: "No more fat ass jokes at the beach." },
  { topic: "outcome-guarantee", text: "Lipo with us is 100% safe!" },
  { topic: "outcome-guarantee", text: "Our lasers are completely risk-free." },
  { topic: "outcome-guarantee", text: "Guaranteed results or your money back." },
  { topic: "outcome-guarantee", text: "We guarantee you will love your new smile." },
  { topic: "outcome-guarantee", text: "You will look 10 years younger." },
  { topic: "outcome-guarantee", text: "Painless implants with no downtime." },
  { topic: "outcome-guarantee", text: "Permanent results after just one session!" },
  { topic: "outcome-guarantee", text: "We cure back pain for good." },
  { topic: "patient-acknowledgment", text: "Thank you for your visit, Maria! We loved having you.", on: "reply", re: PRAISE },
  { topic: "patient-acknowledgment", text: "So glad you love your results!", on: "reply", re: PRAISE },
  { topic: "patient-acknowledgment", text: "Thanks for coming in, see you at your next appointment!", on: "reply", re: PRAISE },
  { topic: "patient-acknowledgment", text: "We are sorry about your wait on Tuesday.", on: "reply", re: COMPLAINT },
  { topic: "patient-acknowledgment", text: "We have no record of you as a patient.", on: "reply", re: COMPLAINT },
  { topic: "patient-acknowledgment", text: "You were never a patient here.", on: "reply", re: COMPLAINT },
  { topic: "patient-acknowledgment", text: "It was a pleasure treating you.", on: "reply", re: PRAISE },
  { topic: "patient-acknowledgment", text: "Thank you for being such a wonderful patient!", on: "reply", re: PRAISE },
  { topic: "patient-acknowledgment", text: "Gracias por su visita, nos vemos en su próxima cita.", on: "reply", re: "Muy amables todos." },
  { topic: "prescription-promotion", text: "Botox erases your wrinkles. Book today!" },
  { topic: "prescription-promotion", text: "Our compounded semaglutide is the same as Ozempic for half the price." },
  { topic: "prescription-promotion", text: "Lose 20 pounds with Ozempic. Call now!" },
  { topic: "price-inducement", text: "50% off all fillers!" },
  { topic: "price-inducement", text: "Refer a friend and get $50 off." },
  { topic: "price-inducement", text: "We waive your copay." },
  { topic: "price-inducement", text: "Winter skincare sets from $116 at the front desk." },
  { topic: "price-inducement", text: "Today only: hurry, spots are almost gone. $99 fillers!" },
  { topic: "procedure-giveaway", text: "Enter our raffle to win free Botox!" },
  { topic: "procedure-giveaway", text: "Like and share to win a free breast augmentation.", on: "giveaway" },
  { topic: "procedure-giveaway", text: "Tag two friends for a chance to win a syringe of filler." },
  { topic: "protected-health-information", text: "Congratulations to Maria Lopez on finishing her braces treatment!" },
  { topic: "protected-health-information", text: "Your biopsy results were negative, as we told you on May 3.", on: "reply", re: COMPLAINT },
  { topic: "protected-health-information", text: "Our patient Dana Whitlock had a tummy tuck on Monday." },
  { topic: "protected-health-information", text: "You missed two appointments and still owe $340 for your root canal.", on: "reply", re: COMPLAINT },
  { topic: "review-retaliation", text: "Take this review down or our lawyer will sue you.", on: "reply", re: COMPLAINT },
  { topic: "review-retaliation", text: "We will refund you if you delete your review.", on: "reply", re: COMPLAINT },
  { topic: "review-retaliation", text: "You are a liar and a sad little troll.", on: "reply", re: COMPLAINT },
  { topic: "superiority-claim", text: "The best dentist in Richmond." },
  { topic: "superiority-claim", text: "We are the #1 med spa in Texas." },
  { topic: "superiority-claim", text: "The most advanced laser clinic in the state." },
  { topic: "superiority-claim", text: "Nobody does lips better than us." },
  { topic: "superiority-claim", text: "Our results are unmatched." },
];

const fine: Plain[] = [
  { topic: "", text: "Thank you for the kind words!", on: "reply", re: PRAISE },
  { topic: "", text: "Thank you so much! Kindness is what we aim for every day.", on: "reply", re: PRAISE },
  { topic: "", text: "We take every concern seriously. Please call our office manager at 555-0100.", on: "reply", re: COMPLAINT },
  { topic: "", text: "Privacy rules keep us from saying more here. Please call us so that we can listen.", on: "reply", re: COMPLAINT },
  { topic: "", text: "That is something to have looked at in person. If you have trouble breathing, call 911.", on: "reply", re: "My throat is swelling, what is it?" },
  { topic: "", text: "Find out at a consultation whether you are a candidate." },
  { topic: "", text: "No procedure is risk-free, and we will talk you through yours." },
  { topic: "", text: "Results vary from person to person." },
  { topic: "", text: "Dr. Okafor is certified by the American Board of Plastic Surgery." },
  { topic: "", text: "Sunscreen tip: reapply every two hours, and wear a hat." },
  { topic: "", text: "Win a gift basket of local honey: tell us your favorite park." },
  { topic: "", text: "Happy birthday to our front desk lead, Priya!" },
  { topic: "", text: "We are closed on Monday for Labor Day." },
  { topic: "", text: "Thanks to everyone who came out to the 5k on Saturday." },
  { topic: "", text: "Teenagers often ask about acne. Gentle washing twice a day is a good start; a dermatologist can say more." },
  { topic: "", text: "Myth: whitening ruins your teeth. Fact: ask your dentist what is right for you." },
  { topic: "", text: "Named among the region's top dentists by Valley Magazine in 2024." },
  { topic: "", text: "Welcome to our new hygienist, Sam." },
];

const findings = ({ text, on, re }: Plain) => {
  const draft: Draft = { text, surface: on ?? "post", inReplyTo: re === undefined ? null : { kind: "review", author: "Robin K.", text: re } };
  return check(draft, { states: ["VA"] }, pack()).findings.filter(({ severity }) => severity !== "note");
};

describe("the rules alone", () => {
  test.each(asked.map((plain) => [plain.topic, plain.text, plain] as const))("ask about %s in “%s”", (topic, _text, plain) => {
    expect(findings(plain).map((finding) => finding.topic)).toContain(topic);
  });
  test.each(fine.map((plain) => [plain.text, plain] as const))("leave “%s” in peace", (_text, plain) => {
    expect(findings(plain).map(({ rule, start, end }) => [rule, plain.text.slice(start, end)])).toEqual([]);
  });
});
