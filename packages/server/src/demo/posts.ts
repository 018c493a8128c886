/** What the demo practice has said, is about to say, and must not say. The test of this folder checks that each stands where it is meant to. */
import type { Pillar } from "@chaperone/engine";
import type { DemoNetwork, Who } from "./practice.ts";

/** Where a post is to stand once everything that happened to it has happened. */
export type Fate = "published" | "scheduled" | "waiting" | "returned" | "held" | "draft" | "idea";

export interface DemoPost {
  title: string;
  by: Who;
  pillar: Pillar;
  /** Days from today, and the hour on the practice's clock; without them it has no time yet. */
  day?: number;
  hour?: string;
  on: DemoNetwork[];
  text: string;
  /** Where a network's text is its own. */
  own?: Partial<Record<DemoNetwork, string>>;
  fate: Fate;
  /** What is held: the verdict that it is held for. */
  check?: "stop" | "question";
  /** Why its pillar is another than the one that the engine proposes. */
  because?: string;
  /** What whoever returned it wrote. */
  note?: string;
  /** Answers to the questions that the check asks of it, by rule. */
  reasons?: { rule: string; reason: string }[];
  /** Whoever opened the demo is asked, not Ruth. */
  asksOwner?: true;
}

export const POSTS: DemoPost[] = [
  { title: "Questions for a first visit", by: "maya", pillar: "educational", day: -23, hour: "08:30", on: ["facebook", "instagram", "linkedin"], fate: "published",
    text: "Thinking about talking to a surgeon? Bring a list. Who will do the operation, and where? What does recovery ask of you at home? What happens if something does not go as planned? Good questions make a good first visit, wherever you go." },
  { title: "Saturday consult hours", by: "jonah", pillar: "promotional", because: "It is there to fill consultations.", day: -21, hour: "10:00", on: ["facebook", "google-business"], fate: "published",
    text: "We now hold consultations on the first Saturday of each month, 9:00 AM to noon, on Shore Drive. Call (757) 555-0142 to find a time." },
  { title: "Food bank drive", by: "jonah", pillar: "community", day: -20, hour: "09:00", on: ["facebook", "instagram"], fate: "published",
    text: "The blue barrel is back in our lobby for the food bank. Canned fruit, peanut butter and rice go fastest. Drop something in on your way past; no appointment needed." },
  { title: "Thank you, nurses", by: "maya", pillar: "appreciation", day: -18, hour: "12:00", on: ["facebook", "instagram", "linkedin"], fate: "published",
    text: "Our nurses start before the sun does and still know where the good coffee is. Thank you, all of you, for the way you run this place." },
  { title: "How scars heal", by: "maya", pillar: "educational", day: -16, hour: "08:30", on: ["facebook", "instagram", "youtube"], fate: "published",
    text: "A scar keeps changing for a year or more. It is often red and firm in the first months, and softer and paler later. Sun makes new scars darker, so keep them covered. Everyone heals differently; ask your own clinician about yours." },
  { title: "Skincare gift cards", by: "jonah", pillar: "promotional", because: "It sells gift cards.", day: -14, hour: "10:00", on: ["facebook", "instagram"], fate: "published",
    text: "Gift cards for our skincare shelf are at the front desk, in any amount. They are for products only, and they do not expire." },
  { title: "Coffee with veterans", by: "maya", pillar: "community", day: -13, hour: "09:00", on: ["facebook", "bluesky"], fate: "published",
    text: "The veterans’ breakfast on Shore Drive is this week, and we are pouring the coffee again. Come by if you served, or if you would like to sit with someone who did." },
  { title: "What anesthesia means", by: "maya", pillar: "educational", day: -11, hour: "08:30", on: ["facebook", "linkedin", "mastodon"], fate: "published",
    text: "Local, sedation, general: three words for three different days. With local you are awake. With sedation you are drowsy. With general you sleep, and someone watches your breathing the whole time. Ask who that someone is." },
  { title: "Reading a consent form", by: "maya", pillar: "educational", day: -8, hour: "08:30", on: ["facebook", "linkedin"], fate: "published",
    text: "A consent form is not a receipt. It should say what will be done, what else could be done, and what can go wrong, in words you understand. Take it home. Read it twice. Ask about anything that is unclear." },
  { title: "A new laser, explained", by: "jonah", pillar: "promotional", because: "It explains, and it also sells an appointment.", day: -6, hour: "10:00", on: ["facebook", "instagram", "youtube"], fate: "published",
    text: "There is a new laser in room two. It heats the upper layers of skin, and the skin needs about a week of quiet afterwards. It is not for every skin tone, and an examination comes first. Call (757) 555-0142 to ask whether an appointment makes sense." },
  { title: "Ten years of Bree", by: "maya", pillar: "appreciation", day: -5, hour: "12:00", on: ["facebook", "instagram"], fate: "published",
    text: "Bree has worked beside us for ten years, and not one Monday has started without her laugh. Thank you, Bree, from all of us." },
  { title: "Oyster roast", by: "jonah", pillar: "community", day: -3, hour: "16:00", on: ["facebook", "instagram", "x"], fate: "published",
    text: "The neighborhood oyster roast is this weekend at the pier, and everything raised goes to the volunteer rescue squad. We are bringing napkins. Many napkins." },
  { title: "What “board certified” means", by: "maya", pillar: "educational", day: -1, hour: "08:30", on: ["facebook", "instagram", "linkedin"], fate: "published",
    text: "A medical license lets a doctor practice. Board certification is something else: years of training in one field, an examination, and proof of learning afterwards. Ask which board, and look the name up on the board’s own site." },
  { title: "Beach cleanup: 41 bags", by: "maya", pillar: "community", because: "It is about the beach more than about the thanks.", day: 0, hour: "09:00", on: ["facebook", "instagram"], fate: "published",
    text: "41 bags off the beach this weekend, and one very surprised crab put back where it belongs. Thank you to every neighbor who came with gloves." },

  { title: "Sunscreen: what the numbers mean", by: "maya", pillar: "educational", day: 0, hour: "12:15", on: ["facebook", "instagram", "linkedin"], fate: "scheduled",
    text: "SPF 15 filters about 93% of UVB, SPF 30 about 97%, SPF 50 about 98%, as long as you put on as much as the label says. Most of us use half. Two fingers’ length covers a face and neck." },
  { title: "Thanksgiving thank-you", by: "maya", pillar: "appreciation", day: 1, hour: "09:00", on: ["facebook", "instagram", "linkedin", "x"], fate: "held", check: "stop",
    text: "Four years ago we opened on Shore Drive with two exam rooms and a borrowed desk. This week we are saying thank you to the neighbors who made room for us.\n\nTo celebrate, we are giving away a free BOTOX® treatment: tell us your favorite pie below and we will draw a winner on Friday. And thank you, Anna, for trusting us with your rhinoplasty: we love your new nose!\n\nDr. Okafor is board certified and will leave early to bake. (757) 555-0142" },
  { title: "Black Friday skincare set", by: "jonah", pillar: "promotional", because: "It sells a set.", day: 3, hour: "10:00", on: ["facebook", "instagram"], fate: "held", check: "question",
    text: "Black Friday without the line: winter skincare sets from $116, Friday to Monday, at the front desk." },
  { title: "December consult days", by: "maya", pillar: "promotional", day: 4, hour: "09:30", on: ["facebook"], fate: "waiting",
    text: "December consultations: Tuesdays and Thursdays, 9:00 AM to 3:00 PM, on Shore Drive. An hour each, so that there is time for questions. Call (757) 555-0142." },
  { title: "Winter skin", by: "maya", pillar: "educational", day: 6, hour: "08:30", on: ["facebook", "instagram"], fate: "scheduled",
    text: "Dry air pulls water out of skin. Shorter showers, lukewarm water, and a plain cream within three minutes of drying off help more than anything expensive. A humidifier helps too." },
  { title: "Two truths and a pie", by: "jonah", pillar: "community", because: "A game among neighbors teaches nothing.", day: 7, hour: "12:00", on: ["facebook", "instagram", "bluesky"], fate: "waiting", asksOwner: true,
    text: "Each of us named three desserts, and one of them is invented. Brown butter pear tart, seafoam meringue, walnut moonshine cake. Which one does not exist? Guess below." },
  { title: "Toy drive", by: "jonah", pillar: "community", day: 9, hour: "09:00", on: ["facebook", "instagram", "google-business"], fate: "scheduled",
    text: "The toy drive box is by our front door until the middle of the month. New toys, unwrapped, for any age up to twelve. The fire station picks them up every Friday." },
  { title: "Cards from the front desk", by: "maya", pillar: "appreciation", day: 10, hour: "11:00", on: ["facebook", "instagram"], fate: "waiting", asksOwner: true,
    text: "Rosalind and Teo wrote every holiday card at the front desk by hand this year. There are four hundred of them. Thank you both, and thank you to whoever invented the glue stamp." },
  { title: "What a surgical center is", by: "maya", pillar: "educational", day: 13, hour: "08:30", on: ["facebook", "linkedin", "mastodon"], fate: "scheduled",
    text: "Some operations happen in a hospital, some in a surgical center, some in an office room. Ask which one yours would be, who inspects it, and how far the nearest hospital is. All three are fair questions." },
  { title: "An evening at the library", by: "maya", pillar: "community", day: 8, hour: "10:00", on: ["facebook", "instagram", "google-business"], fate: "scheduled",
    reasons: [{ rule: "credential-claim/board", reason: "The board is named in full on the library’s page, which the post links to, and on the flyer." }],
    text: "Dr. Okafor, board certified, will be at the library next week to talk about skin and sun. Bring the bottle you use, and your questions. No charge, no sign-up." },
  { title: "Before the holidays", by: "jonah", pillar: "promotional", because: "It is there to fill the calendar.", day: 11, hour: "10:00", on: ["facebook", "x"], fate: "returned", note: "This is the third post this month that asks for a call. Could it say what the hour is for instead?",
    text: "A few consultation hours are left before the holidays, on Shore Drive. Call (757) 555-0142." },
  { title: "Why we call back", by: "jonah", pillar: "educational", because: "It says how calls work and sells nothing.", on: ["linkedin"], fate: "draft",
    text: "The surgeon calls back herself. It takes her an hour most evenings, and" },
  { title: "Parking on Shore Drive", by: "maya", pillar: "community", day: 12, hour: "09:00", on: ["facebook", "google-business"], fate: "draft",
    text: "The lot behind the bakery is ours to share until spring, so there is finally room to park. The green signs show the way." },
  { title: "A day in sterile processing", by: "maya", pillar: "educational", on: ["youtube"], fate: "idea", text: "Follow one tray of instruments through cleaning: how steam sterilization works, step by step." },
  { title: "Ask the front desk", by: "jonah", pillar: "community", on: ["instagram"], fate: "idea", text: "Meet Teo: five questions for the front desk about the neighborhood, the beach and the best bench on Shore Drive." },
  { title: "How to read a sunscreen label", by: "maya", pillar: "educational", on: ["facebook", "instagram"], fate: "idea", text: "Broad spectrum, water resistant, the date on the bottom: what each line promises." },
];
