import type { Channel, PostSummary } from "@chaperone/contract";
import { createContext, useContext } from "react";

/** What every card and chip of the calendar needs to know, and what one may do with it. */
export interface Hands {
  zone: string;
  today: string;
  channels: readonly Channel[];
  mayMove: (post: PostSummary) => boolean;
  mayWrite: boolean;
  /** The post that is being dragged, and the day that it is over. */
  held: string | null;
  over: string | null;
  grab: (event: React.PointerEvent, post: PostSummary) => void;
  /** Opens what is known of the post beside it. */
  peek: (post: PostSummary, beside: HTMLElement) => void;
  /** Opens the rest of a day that has no room for all. */
  peekDay: (day: string, beside: HTMLElement) => void;
  /** Asks for a new day and time. */
  askMove: (post: PostSummary) => void;
  write: (day: string) => void;
}

export const HandsContext = createContext<Hands | null>(null);

export function useHands(): Hands {
  const hands = useContext(HandsContext);
  if (!hands) throw new Error("A card of the calendar stands in the calendar.");
  return hands;
}
