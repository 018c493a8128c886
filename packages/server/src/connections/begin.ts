import { randomBytes } from "node:crypto";
import { type Body, networks as known, type NetworkId, type Routes } from "@chaperone/contract";
import type { Inside, Later } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import type { OAuth } from "../networks/connect.ts";
import type { DeveloperApp } from "../networks/session.ts";
import { makeToken } from "../secrets/token.ts";
import { hostOf, mayBeCalled } from "./host.ts";
import { askingOf, channelFor, oauthOf, refusedBy, wayIn } from "./network-for.ts";
import { redirectUriOf } from "./redirect.ts";
import { keepSignIn } from "./sign-ins.ts";
import { appOf, keepApp } from "./store.ts";

interface Ask extends Inside { params: { network: NetworkId }; body: Body<Routes["connections"]["begin"]>; headers: Headers }

/** Says where the person signs in, and remembers who was sent there, for what. */
export async function begin(ask: Ask): Promise<Later<{ address: string }>> {
  const { desk, tx, practice, by, params: { network }, body: { channel }, headers } = ask, oauth = oauthOf(desk, network), redirectUri = redirectUriOf(desk, headers);
  await channelFor(ask, network, channel);
  const host = oauth.app === "registered" ? hostOf(desk, ask.body.host ?? "", "/host") : wayIn(network, ask.body.host), kept = await appOf(tx, desk.seal, practice, network, host);
  if (oauth.app === "own" && !kept) throw refusedBy({ says: `The practice has registered no developer app with ${known[network].name} yet. An owner does that first, on the Connections page.` });
  return {
    async later() {
      const app = kept && (kept.redirectUri === null || kept.redirectUri === redirectUri) ? kept.app : await register(ask, oauth, host!, redirectUri);
      const state = makeToken(), verifier = randomBytes(48).toString("base64url");
      await inPractice(desk, by, practice, "manage", (inside) => keepSignIn(inside, state, { network, host, channel, verifier, redirectUri, accounts: null }));
      return { address: desk.networks.address(await oauth.address({ app, host, redirectUri, state, verifier })) };
    },
  };
}

/** Each server knows the desk by an app of its own, made once: again only when the desk has moved, because a server sends people back to one address. */
async function register({ desk, practice, by, params: { network } }: Ask, oauth: OAuth, host: string, redirectUri: string): Promise<DeveloperApp> {
  await mayBeCalled(desk, host);
  const answer = await oauth.register?.(askingOf(desk), host, redirectUri);
  if (!answer) throw new Refusal("network-refused");
  if (answer.is === "refused") throw refusedBy(answer);
  await inPractice(desk, by, practice, "manage", ({ tx, now }) => keepApp(tx, desk.seal, practice, network, { app: answer.app, redirectUri }, now, host));
  return answer.app;
}
