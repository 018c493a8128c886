import type { Inside } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import { describeAll } from "./describe.ts";
import { finished, type FinishedSignIn } from "./finished.ts";
import { keepAccount } from "./keep.ts";
import { takeSignIn } from "./sign-ins.ts";

type Ask = Inside & { body: { state: string; accounts: string[] } };

/** Which of several accounts: each becomes a channel. What a sign-in opened and nobody chose is forgotten. */
export async function choose(ask: Ask): Promise<FinishedSignIn> {
  const { desk, by, practice, body, afterwards } = ask, taken = await takeSignIn(ask, body.state, "choice"), { network } = taken;
  const chosen = taken.accounts!.filter(({ account }) => body.accounts.includes(account.id));
  if (chosen.length !== new Set(body.accounts).size) throw new Refusal("invalid-request", { errors: [{ at: "/accounts", says: "must be among the accounts that the sign-in opened" }] });
  if (taken.channel !== null && chosen.length !== 1) throw new Refusal("invalid-request", { errors: [{ at: "/accounts", says: "must be one: a channel speaks for one account" }] });
  const channels: string[] = [];
  for (const one of chosen) channels.push(await keepAccount(ask, taken, one));
  const reply = await finished(ask, network, channels);
  afterwards(async () => {
    await describeAll(ask, channels);
    Object.assign(reply, await inPractice(desk, by, practice, "manage", (inside) => finished(inside, network, channels)));
  });
  return reply;
}
