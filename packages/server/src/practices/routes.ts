import { randomUUID } from "node:crypto";
import type { Body, Routes } from "@chaperone/contract";
import { asPerson } from "../database/tenant.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { canonical } from "../record/canonical.ts";
import { keepUp } from "../posts/rules-changed.ts";
import { openPractice } from "./open-practice.ts";
import { named, practiceIn, providersIn, takePractice } from "./store.ts";

export const practices: Handlers<"practices"> = {
  async create({ desk, by, body }) {
    const id = await openPractice(desk, by, body);
    return asPerson(desk.database.db, { practice: id, person: by.person }, (tx) => practiceIn(tx, id));
  },

  show: ({ tx, practice }) => practiceIn(tx, practice),

  async change(inside) {
    const { tx, practice, body: { revision, ...change }, note } = inside;
    await takePractice(tx, practice);
    const before = await practiceIn(tx, practice);
    if (before.revision !== revision) throw new Refusal("changed-elsewhere", { theirs: before });
    const fields = (Object.keys(change) as (keyof typeof change)[]).filter((field) => change[field] !== undefined && canonical(change[field]) !== canonical(before[field]));
    if (fields.length === 0) return before;
    await tx.updateTable("practices").set({ ...columnsOf(change), revision: revision + 1 }).where("id", "=", practice).execute();
    await note({ action: "practice.changed", about: { kind: "practice", id: practice, title: change.name ?? before.name }, facts: { changed: fields.toSorted() } });
    await keepUp(inside);
    return practiceIn(tx, practice);
  },
};

type Change = Omit<Body<Routes["practices"]["change"]>, "revision">;

/** Kysely leaves a column alone whose value is undefined. */
const columnsOf = ({ timeZone, locations, staff, position, medicalDirector, promotionalShare, answerWithin, ...same }: Change) => ({
  ...same, time_zone: timeZone, medical_director: medicalDirector, promotional_share: promotionalShare, answer_within: answerWithin,
  locations: locations && JSON.stringify(locations), staff: staff && JSON.stringify(staff), position: position && JSON.stringify(position),
});

export const providers: Handlers<"providers"> = {
  async add(inside) {
    const { tx, practice, body, note, now } = inside, id = randomUUID();
    await takePractice(tx, practice);
    await tx.insertInto("providers").values({ id, practice, ...providerColumns(body), created_at: now.toISOString() }).execute();
    await note({ action: "provider.added", about: { kind: "provider", id, title: body.name } });
    await keepUp(inside);
    return { id, ...body };
  },

  async change(inside) {
    const { tx, practice, params, body, note } = inside;
    await takePractice(tx, practice);
    const { id, ...before } = named(await providersIn(tx, practice), params.provider), after = { id, ...body };
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter((field) => canonical(before[field]) !== canonical(body[field]));
    if (changed.length === 0) return after;
    await tx.updateTable("providers").set(providerColumns(body)).where("practice", "=", practice).where("id", "=", id).execute();
    await note({ action: "provider.changed", about: { kind: "provider", id, title: body.name }, facts: { changed: changed.toSorted() } });
    await keepUp(inside);
    return after;
  },

  async remove(inside) {
    const { tx, practice, params, note } = inside;
    await takePractice(tx, practice);
    const { id, name } = named(await providersIn(tx, practice), params.provider);
    await tx.deleteFrom("providers").where("practice", "=", practice).where("id", "=", id).execute();
    await note({ action: "provider.removed", about: { kind: "provider", id, title: name } });
    await keepUp(inside);
  },
};

const providerColumns = ({ licenceState, licenceExpires, boards, ...same }: Body<Routes["providers"]["add"]>) => ({ ...same, licence_state: licenceState, licence_expires: licenceExpires, boards: JSON.stringify(boards) });
