/** The demo practice: who they are. Nobody in it is real; the names, numbers and addresses are ones that belong to nobody. */
import type { Body, NetworkId, Role, Routes } from "@chaperone/contract";

export type Who = "maya" | "ruth" | "jonah" | "tessa";

export const PEOPLE: Record<Who, { name: string; role: Role; email: string }> = {
  maya: { name: "Maya Lindqvist", role: "editor", email: "maya.lindqvist@seapine.example" },
  ruth: { name: "Ruth Adeyemi", role: "compliance", email: "ruth.adeyemi@seapine.example" },
  jonah: { name: "Jonah Pell", role: "contributor", email: "jonah.pell@seapine.example" },
  tessa: { name: "Tessa Moreau", role: "viewer", email: "tessa.moreau@seapine.example" },
};

export const PRACTICE: Body<Routes["practices"]["create"]> = { name: "Seapine Plastic Surgery", states: ["VA"], specialty: "plastic-surgery", place: "Virginia Beach, VA", timeZone: "America/New_York" };

export const DETAILS: Omit<Body<Routes["practices"]["change"]>, "revision"> = {
  locations: [{ name: "Shore Drive", address: "2200 Shore Drive, Virginia Beach, VA 23451", state: "VA" }],
  phones: ["(757) 555-0142"], names: ["Seapine", "Seapine Plastic Surgery"], medicalDirector: "Helen Okafor, MD",
  staff: [{ name: "Bree Castellano", work: "Surgical nurse" }, { name: "Rosalind Vance", work: "Front desk" }, { name: "Teo Marsh", work: "Front desk" }],
  position: {
    sentence: "Plain answers about surgery, from neighbors who have the time to give them.",
    proofs: ["Consultations of an hour", "The surgeon calls back", "Prices in writing before anybody decides"],
    use: ["neighbor", "plain answers", "take your time"], never: ["anti-aging", "flawless", "mommy makeover"],
  },
  cadence: 4, promotionalShare: 0.25, approvals: "every-post", answerWithin: 24,
};

export const PROVIDERS: Body<Routes["providers"]["add"]>[] = [
  { name: "Helen Okafor", degree: "MD", licence: "Licensed to practice medicine and surgery", licenceState: "VA", licenceExpires: null, boards: [{ name: "American Board of Plastic Surgery", expires: null }], specialties: ["plastic surgery"] },
  { name: "Samuel Wren", degree: "PA-C", licence: "Licensed physician assistant", licenceState: "VA", licenceExpires: null, boards: [], specialties: ["aftercare"] },
];

export const CHANNELS: Record<Exclude<NetworkId, "threads" | "tiktok" | "pinterest" | "manual" | "rehearsal">, string> = {
  facebook: "Seapine Plastic Surgery", instagram: "@seapine.surgery", linkedin: "Seapine Plastic Surgery", x: "@seapinesurgery",
  "google-business": "Seapine, Shore Drive", bluesky: "seapine.example", mastodon: "@seapine@social.example", youtube: "Seapine, plainly",
};
export type DemoNetwork = keyof typeof CHANNELS;
