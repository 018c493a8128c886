import type { Channel, HouseRule, Practice, Provider } from "@chaperone/contract";
import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";
import { Refusal } from "../http/refusal.ts";
import { readHouseRule } from "./house-rule.ts";

type Row<Table extends keyof Database> = Selectable<Database[Table]>;

export const practiceView = (row: Row<"practices">, providers: Provider[]): Practice => ({
  id: row.id, name: row.name, states: row.states as Practice["states"], specialty: row.specialty, place: row.place, timeZone: row.time_zone, locations: row.locations, phones: row.phones, names: row.names,
  staff: row.staff, medicalDirector: row.medical_director, position: row.position, cadence: row.cadence, promotionalShare: row.promotional_share, approvals: row.approvals, answerWithin: row.answer_within,
  providers, isDemo: row.is_demo, pack: row.pack, revision: row.revision, createdAt: row.created_at,
});

export const providerView = (row: Row<"providers">): Provider => ({
  id: row.id, name: row.name, degree: row.degree, licence: row.licence, licenceState: row.licence_state as Provider["licenceState"], licenceExpires: row.licence_expires, boards: row.boards, specialties: row.specialties,
});

export const channelView = ({ id, network, name, url, connected, paused, settings }: Row<"channels">): Channel => ({ id, network, name, url, connected, paused, usual: settings });

export const houseRuleView = ({ id, name, yaml, enabled, changed_at }: Row<"house_rules">): HouseRule => ({
  id, name, yaml, enabled, changedAt: changed_at, rule: shapeOf(name, yaml),
});

/** What was kept reads well, unless the word lists have changed since. */
function shapeOf(name: string, yaml: string): HouseRule["rule"] {
  try { return { ...readHouseRule(name, yaml).rule }; } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}
