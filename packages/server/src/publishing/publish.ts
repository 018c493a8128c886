/** Brings one publication as far as it can go now: prepares, commits, looks. Each step is written down before and after, so that whoever comes after a crash knows where it stood. */
import { isByHand } from "@chaperone/contract";
import { openLine } from "../connections/line.ts";
import type { Desk } from "../desk.ts";
import { claim, type Claim, LostClaim } from "./claim.ts";
import { commit } from "./commit.ts";
import { leftBehind, miss, notNow, refuse } from "./ends.ts";
import { look } from "./look.ts";
import { approvedOf, outgoingOf } from "./outgoing-of.ts";
import type { Pace } from "./pace.ts";
import { prepare } from "./prepare.ts";
import type { Due } from "./queue.ts";

export async function publish(desk: Desk, due: Due, pace: Pace): Promise<void> {
  const held = await claim(desk, due, pace);
  if (!held) return;
  try {
    await advance(held);
  } catch (error) {
    // The lease runs out by itself, and the sweep rings again.
    if (!(error instanceof LostClaim)) desk.log.error({ publication: due.publication, state: held.row.state, error: (error as Error).name }, "a publication was left where it stood");
  }
}

async function advance(held: Claim): Promise<void> {
  if (held.row.state === "committing") return leftBehind(held);
  const { desk, practice, pace } = held, approved = await approvedOf(desk, held.row), isUnknown = held.row.state === "unknown";
  if (isByHand(approved.channel) && !isUnknown) return held.step(() => ({ next_at: null }));
  if (!isUnknown && desk.now().getTime() - Date.parse(held.row.at) > pace.lateMs) return miss(held);
  const line = await openLine(desk, practice, held.row.channel);
  if (line.is === "refused") return isUnknown ? notNow(held, line.says) : refuse(held, line);
  const made = await outgoingOf(desk, held.row, approved);
  if (made.is === "refused") return isUnknown ? notNow(held, made.says) : refuse(held, made);
  const work = { held, line, outgoing: made.outgoing };
  if (isUnknown) return look(work);
  if (await prepare(work)) await commit(work);
}
