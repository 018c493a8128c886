import type { Plan } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { titleOf } from "../posts/view.ts";
import { channelsIn } from "../practices/store.ts";
import { addDays, dayOf, sundayOf, startOf } from "./days.ts";
import { type Aims, planOf } from "./plan.ts";
import { type Planned, plannedOf } from "./planned.ts";

type Reading = Pick<Inside, "tx" | "practice" | "now">;

export async function aimsOf({ tx, practice }: Reading): Promise<Aims> {
  const row = await tx.selectFrom("practices").select(["time_zone", "cadence", "promotional_share", "specialty"]).where("id", "=", practice).executeTakeFirstOrThrow();
  return { timeZone: row.time_zone, cadence: row.cadence, promotionalShare: row.promotional_share, specialty: row.specialty };
}

/** From the first day that counts to the last to which a swap would move anything; what went out late was planned a little earlier. */
const WEEKS_BEFORE = 4, WEEKS_AFTER = 6;

async function plannedIn({ tx, practice, now }: Reading, zone: string): Promise<Planned[]> {
  const sunday = sundayOf(dayOf(now.toISOString(), zone)), from = startOf(addDays(sunday, -7 * WEEKS_BEFORE), zone), to = startOf(addDays(sunday, 7 * WEEKS_AFTER), zone);
  const rows = await tx.selectFrom("posts as p").select(["p.id", "p.title", "p.draft", "p.state", "p.planned_for"])
    .select(({ selectFrom }) => selectFrom("publications as o").select(({ fn }) => fn.min("o.published_at").as("first")).whereRef("o.post", "=", "p.id").where("o.state", "=", "published").as("published_at"))
    .where("p.practice", "=", practice).where("p.deleted_at", "is", null).where("p.planned_for", ">=", from).where("p.planned_for", "<", to).where("p.state", "<>", "idea").execute();
  return rows.flatMap((row) => {
    const { surface, pillar, channels } = row.draft;
    return plannedOf({ id: row.id, title: titleOf(row), surface, pillar, channels, state: row.state, plannedFor: row.planned_for, publishedAt: row.published_at }, now, zone) ?? [];
  });
}

export async function planIn(reading: Reading, aims: Aims): Promise<Plan> {
  return planOf(await plannedIn(reading, aims.timeZone), aims, await channelsIn(reading.tx, reading.practice), reading.now);
}
