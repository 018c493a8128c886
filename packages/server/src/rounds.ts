/** What the desk does by itself, again and again. Each round may run in several processes at once, and twice does what once does. */
import { backUpWhenDue } from "./backup/automatic.ts";
import { forgetSignIns } from "./connections/forget-sign-ins.ts";
import { keepSignedIn } from "./connections/keep-signed-in.ts";
import type { Desk } from "./desk.ts";
import { sweepSignIn } from "./people/sweep.ts";
import { passMissed } from "./posts/missed.ts";
import { closeForgotten } from "./publishing/attempts.ts";
import { repeat, type Round } from "./repeat.ts";

const MINUTE = 60_000;
const ROUNDS: Round[] = [
  { name: "missed-slots", everyMs: MINUTE, run: passMissed },
  { name: "sign-in", everyMs: 60 * MINUTE, run: sweepSignIn },
  { name: "network-sign-ins", everyMs: 60 * MINUTE, run: forgetSignIns },
  { name: "forgotten-attempts", everyMs: 60 * MINUTE, run: closeForgotten },
  { name: "keep-signed-in", everyMs: 24 * 60 * MINUTE, run: keepSignedIn },
  // A PostgreSQL database is backed up by whoever runs it.
  { name: "backup", everyMs: 60 * MINUTE, run: async ({ database, config: { dataDir }, now }) => { if (database.kind === "embedded") await backUpWhenDue({ dataDir, dump: database.dump, now: now() }); } },
];
/** The first turn comes soon after the start and never within it. */
const FIRST_MS = 10_000;

/** Begins the rounds, and answers with what ends them once the one under way is done. */
export function goRounds(desk: Desk): () => Promise<void> {
  const endings = ROUNDS.map((round) => repeat(round, desk, FIRST_MS));
  desk.messenger.start();
  return async () => { for (const end of endings) await end(); };
}
