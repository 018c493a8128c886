import { IconBook, IconHeart, IconMapPin, IconSpeakerphone } from "@tabler/icons-react";
import { Icon } from "./icon.tsx";
import "./pillar-mark.css";

export type Pillar = "promotional" | "educational" | "appreciation" | "community";

export const PILLARS = {
  promotional: { word: "Promotional", icon: IconSpeakerphone },
  educational: { word: "Educational", icon: IconBook },
  appreciation: { word: "Appreciation", icon: IconHeart },
  community: { word: "Community", icon: IconMapPin },
} as const satisfies Record<Pillar, unknown>;

/** Icon and word. Promotional is drawn in ink, because it is the one that is counted; `filled` is the calendar's way of making a month of selling look dark. */
export function PillarMark({ pillar, filled = false }: { pillar: Pillar; filled?: boolean }) {
  const { word, icon } = PILLARS[pillar];
  return <span className={`pillar ${pillar}${filled ? " filled" : ""}`}><Icon of={icon} size={15} />{word}</span>;
}
