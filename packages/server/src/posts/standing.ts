/** How a post stands, and what follows for its publications: pure, so that a test can walk every history. The database's gate says the same in SQL. */
import type { PostState, ProblemCode, PublicationStateName } from "@chaperone/contract";

export interface Planned { id: string; version: string; channel: string; at: string; state: PublicationStateName; heldWhy: string | null }

export interface Facts {
  state: PostState;
  version: string | null;
  plannedFor: string | null;
  now: Date;
  pack: string;
  /** The latest receipt of the version. */
  receipt: { pack: string; stops: string[]; questions: string[]; peopleNeeded: number } | null;
  /** Stops that a second person has overridden, and questions that have an answer. */
  overridden: Set<string>;
  reasoned: Set<string>;
  /** People whose approval counts: they may, they still belong here, and four eyes are four eyes. */
  agreed: number;
  isReturned: boolean;
  /** Where the version is to go. */
  channels: { id: string; closed: "channel-paused" | "channel-removed" | "silence" | null }[];
  /** All but those that were taken off before they went out. */
  publications: Planned[];
  /** What whoever acts may put on the calendar: nothing, what stood there before, or something new. */
  mayPlan: "nothing" | "again" | "anew";
}

/** Posts that somebody has submitted and that are not all out: what a change of people, channels or rules may touch. */
export const UNDER_WAY: PostState[] = ["waiting", "returned", "approved", "scheduled", "held"];

export type Closed = "not-checked" | "rules-changed" | "stop" | "question" | "returned" | "needs-approval";

/** What keeps the gate shut for the current version; null when nothing does. */
export function closedBy({ receipt, pack, overridden, reasoned, agreed, isReturned }: Facts): Closed | null {
  if (!receipt) return "not-checked";
  if (isReturned) return "returned";
  if (receipt.pack !== pack) return "rules-changed";
  if (receipt.stops.some((rule) => !overridden.has(rule))) return "stop";
  if (receipt.questions.some((rule) => !reasoned.has(rule))) return "question";
  return agreed < receipt.peopleNeeded ? "needs-approval" : null;
}

export const REFUSED_AS: Record<Closed, ProblemCode> = {
  "not-checked": "not-checked", "rules-changed": "rules-changed", "stop": "needs-review", "question": "needs-reason", "returned": "needs-approval", "needs-approval": "needs-approval",
};

export interface Standing {
  state: PostState;
  heldWhy: string | null;
  hold: { id: string; why: string }[];
  remove: string[];
  schedule: string[];
  /** Channels that get a publication they did not have. */
  create: string[];
}

/** Out for good, or out and taken down again. */
const isDone = ({ state }: Planned): boolean => state === "published" || state === "removed";
/** Nobody takes it back now: the network is asked, or was. */
const isGoing = ({ state }: Planned): boolean => state === "committing" || state === "unknown";
/** The publisher has it, or will. */
const isPlanned = ({ state }: Planned): boolean => state === "scheduled" || state === "preparing" || state === "prepared";

export function standingOf(facts: Facts): Standing {
  const { version, publications } = facts;
  const open = publications.filter((one) => !isDone(one)), current = open.filter((one) => one.version === version);
  // What was planned of an older version can never go out; while there is no version it still says that a slot was to be filled.
  const remove = version === null ? [] : open.filter((one) => one.version !== version && !isGoing(one)).map(({ id }) => id);
  const nothing = { hold: [], remove, schedule: [], create: [] };
  if (publications.length > open.length && current.length === 0) return { ...nothing, state: "published", heldWhy: null };
  if (version === null) {
    const held = open.find(({ state }) => state === "held");
    return { ...nothing, state: held ? "held" : facts.state === "idea" ? "idea" : "draft", heldWhy: held?.heldWhy ?? null };
  }
  // What only looking on the network, or a person, can settle comes before everything else: it may be public.
  if (current.some(({ state }) => state === "unknown")) return { ...nothing, state: "held", heldWhy: "unconfirmed" };
  const closed = closedBy(facts);
  if (closed) return { ...nothing, ...shut(closed, current) };
  if (facts.plannedFor === null || facts.channels.length === 0) return { ...nothing, state: "approved", heldWhy: null, remove: [...remove, ...current.filter((one) => !isGoing(one)).map(({ id }) => id)] };
  return { ...nothing, ...(new Date(facts.plannedFor) > facts.now ? ahead(facts, current) : passed(current)) };
}

function shut(closed: Closed, current: Planned[]): Pick<Standing, "state" | "heldWhy" | "hold"> {
  const hold = current.filter(isPlanned).map(({ id }) => ({ id, why: closed })), why = current.find(({ state }) => state === "held")?.heldWhy ?? hold[0]?.why ?? null;
  if (closed === "needs-approval") return { state: "waiting", heldWhy: why, hold };
  return closed === "returned" ? { state: "returned", heldWhy: why, hold } : { state: "held", heldWhy: closed, hold };
}

/** What was scheduled waits to be sent or marked out by hand; an approval that came too late asks for a new time. */
const passed = (current: Planned[]): Pick<Standing, "state" | "heldWhy"> =>
  current.some(({ state }) => state === "failed") ? { state: "held", heldWhy: "failed" } : current.some((one) => isPlanned(one) || isGoing(one)) ? { state: "scheduled", heldWhy: null } : { state: "held", heldWhy: "slot-passed" };

function ahead({ channels, publications, plannedFor, mayPlan }: Facts, current: Planned[]): Pick<Standing, "state" | "heldWhy" | "hold" | "schedule" | "create"> {
  const on = (channel: string): Planned | undefined => current.find((one) => one.channel === channel);
  const isOut = (channel: string): boolean => publications.some((one) => one.channel === channel && isDone(one));
  const hold = channels.flatMap(({ id, closed }) => { const one = on(id); return closed && one && isPlanned(one) ? [{ id: one.id, why: closed }] : []; });
  const isBehind = (one: Planned): boolean => !isGoing(one) && (!isPlanned(one) || one.at !== plannedFor);
  const schedule = mayPlan === "nothing" ? [] : channels.flatMap(({ id, closed }) => { const one = on(id); return !closed && one && isBehind(one) ? [one.id] : []; });
  const create = mayPlan === "anew" ? channels.filter(({ id, closed }) => !closed && !on(id) && !isOut(id)).map(({ id }) => id) : [];
  const isOn = (one: Planned): boolean => isPlanned(one) || isGoing(one) || schedule.includes(one.id);
  const held = hold[0]?.why ?? current.find((one) => !isOn(one))?.heldWhy;
  const isScheduled = create.length > 0 || current.some(isOn);
  const state = held ? "held" : isScheduled ? "scheduled" : "approved";
  return { state, heldWhy: held ?? null, hold, schedule, create };
}
