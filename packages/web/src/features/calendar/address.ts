/** What the calendar shows stands in its address, so that back, reload and a sent link show the same. */
import { PILLARS } from "../../components/pillar-mark.tsx";
import type { Pillar } from "../../components/pillar-mark.tsx";
import { isDay, type View, VIEWS } from "./days.ts";

export interface Seen { view: View; on: string; channels: readonly string[]; pillars: readonly Pillar[] }

const isView = (text: string | null): text is View => (VIEWS as readonly (string | null)[]).includes(text);
const isPillar = (text: string): text is Pillar => Object.hasOwn(PILLARS, text);
const words = (text: string | null): string[] => text?.split(",").filter(Boolean) ?? [];

/** What cannot be read is taken as not said: a week, today, everything. A channel of another practice is not one of ours. */
export function readAddress(search: string, today: string, known: readonly { id: string }[]): Seen {
  const query = new URLSearchParams(search), view = query.get("view"), on = query.get("on");
  return { view: isView(view) ? view : "week", on: isDay(on) ? on : today, channels: words(query.get("channels")).filter((one) => known.some(({ id }) => id === one)), pillars: words(query.get("pillars")).filter(isPillar) };
}

export function addressOf({ view, on, channels, pillars }: Seen, today: string): string {
  const query = new URLSearchParams({ view, ...(on === today ? {} : { on }), ...(channels.length > 0 ? { channels: channels.join(",") } : {}), ...(pillars.length > 0 ? { pillars: pillars.join(",") } : {}) });
  return `/calendar?${query}`;
}

/** Nothing chosen means everything. */
export const passes = (post: { channels: readonly string[]; pillar: Pillar }, { channels, pillars }: Pick<Seen, "channels" | "pillars">): boolean =>
  (channels.length === 0 || post.channels.some((channel) => channels.includes(channel))) && (pillars.length === 0 || pillars.includes(post.pillar));
