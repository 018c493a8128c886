/** The plan of a practice: the week against its cadence, the share of what sells against its bound, and what to do about either. Pure. */
import type { Channel, Plan } from "@chaperone/contract";
import { dayOf, sundayOf } from "./days.ts";
import { gapsOf } from "./gaps.ts";
import type { Planned } from "./planned.ts";
import { shareOf, windowEndingWith } from "./share.ts";
import { swapsOf } from "./swaps.ts";
import { weekOf } from "./week.ts";

export interface Aims { timeZone: string; cadence: number; promotionalShare: number; specialty: string }

export function planOf(posts: Planned[], { timeZone: zone, cadence, promotionalShare, specialty }: Aims, channels: Channel[], now: Date): Plan {
  const today = dayOf(now.toISOString(), zone), sunday = sundayOf(today), window = windowEndingWith(sunday), share = shareOf(posts, window, promotionalShare);
  return { week: weekOf(posts, { sunday, today, cadence, zone }), share, swaps: swapsOf(posts, { window, share, now, zone, specialty }), gaps: gapsOf(posts, { today, sunday, cadence, channels, share }) };
}
