import type { Handlers } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import { begin } from "./begin.ts";
import { choose } from "./choose.ts";
import { describe } from "./describe.ts";
import { disconnect } from "./disconnect.ts";
import { finish } from "./finish.ts";
import { oauthOf, refusedBy, wayIn } from "./network-for.ts";
import { pageOf } from "./page.ts";
import { tryReach } from "./reachable.ts";
import { beSilent, speakAgain } from "./silence.ts";
import { signIn } from "./sign-in.ts";
import { keepApp, openChannel } from "./store.ts";

export const connections: Handlers<"connections"> = {
  list: (ask) => pageOf(ask, ask.headers),

  async setApp({ desk, tx, practice, params: { network }, body, note, now }) {
    if (oauthOf(desk, network).app !== "own") throw new Refusal("invalid-request", { detail: "The desk registers itself there; there is no app to enter." });
    const { host = null, ...app } = body;
    await keepApp(tx, desk.seal, practice, network, { app, redirectUri: null }, now, wayIn(network, host));
    await note({ action: "app.changed", about: { kind: "practice", id: practice }, facts: { network } });
  },

  begin, finish, choose, signIn,

  async test(ask) {
    if (!await openChannel(ask.tx, ask.practice, ask.params.channel)) throw new Refusal("not-found");
    return { async later() {
      const answer = await describe(ask, ask.params.channel);
      if (answer.is === "refused") throw refusedBy(answer);
      return answer.connection;
    } };
  },

  disconnect: (ask) => disconnect(ask, ask.params.channel),

  reach: async ({ desk, practice, by, headers }) => ({ async later() {
    await tryReach(desk, practice);
    return inPractice(desk, by, practice, "manage", (inside) => pageOf(inside, headers));
  } }),

  beSilent: (ask) => beSilent(ask, ask.body.why),
  speakAgain,
};
