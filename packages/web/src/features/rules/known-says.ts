import type { Known } from "../../components/how-we-know.tsx";

/** Honest about how far each kind of knowing goes. */
export const KNOWN_SAYS: Record<Known, string> = {
  read: "Read on the page of the authority itself. Laws change: look again before you rely on it.",
  copy: "Read in another organization’s copy, not at the source. Compare before you rely on it.",
  recalled: "Written down from memory and not yet compared with the source. Look it up before you rely on it.",
};
