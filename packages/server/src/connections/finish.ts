/** Comes back from a network: trades the code, and connects what it opens. */
import type { FinishedSignIn } from "./finished.ts";
import type { Inside, Later } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { describeAll } from "./describe.ts";
import { finished } from "./finished.ts";
import { isSame, keepAccount, type OneAccount } from "./keep.ts";
import { askingOf, oauthOf, refusedBy } from "./network-for.ts";
import { keepSignIn, type SignIn, takeSignIn } from "./sign-ins.ts";
import { appOf, connectionOf } from "./store.ts";

type Ask = Inside & { body: { state: string; code: string } };

export async function finish(ask: Ask): Promise<Later<FinishedSignIn>> {
  const { desk, tx, practice, by, body: { state, code } } = ask, taken = await takeSignIn(ask, state, "code"), { network, host, verifier, redirectUri } = taken;
  const oauth = oauthOf(desk, network), kept = await appOf(tx, desk.seal, practice, network, host);
  if (!kept) throw refusedBy({ says: "The developer app was taken away while you signed in. Register it again, then begin again." });
  return {
    async later() {
      const answer = await oauth.finish(askingOf(desk), { app: kept.app, host, redirectUri, verifier, code });
      if (answer.is === "refused") throw refusedBy(answer);
      if (answer.accounts.length === 0) throw refusedBy({ says: "The sign-in worked, but it opens no account that the desk can post to. Sign in as somebody who may post there, and tick the account when the network asks." });
      const connected = await inPractice(desk, by, practice, "manage", async (inside) => {
        const one = await onlyOne(inside, taken, answer.accounts);
        if (one) return [await keepAccount(inside, taken, one)];
        await keepSignIn(inside, state, { ...taken, accounts: answer.accounts });
        return [];
      });
      await describeAll(ask, connected);
      const choices = connected.length > 0 ? [] : answer.accounts.map(({ account: { id, name, handle } }) => ({ id, name, handle }));
      return inPractice(desk, by, practice, "manage", async (inside) => ({ ...await finished(inside, network, connected), choices }));
    },
  };
}

/** The only one there is, or the one that the channel was connected to before. */
async function onlyOne({ tx, practice }: Inside, { channel }: SignIn, accounts: OneAccount[]): Promise<OneAccount | undefined> {
  const before = channel === null ? undefined : await connectionOf(tx, practice, channel);
  return accounts.length === 1 ? accounts[0] : accounts.find(({ account }) => before && isSame(before.account, account));
}
