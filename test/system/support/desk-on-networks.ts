/** A desk with stand-ins in the networks' place: connecting a channel, sending a post on its way, and waiting for what becomes of it. */
import type { Connection, Content, NetworkId, PublicationView } from "@chaperone/contract";
import { mastodonStandIn } from "../../../packages/server/test-support/stand-ins/mastodon.ts";
import { type OpenStandIns, openStandIns, type StandIn } from "../../../packages/server/test-support/stand-ins/stand-in.ts";
import { type ADesk, aDesk, aText, join as joinDesk, type Somebody } from "./a-desk.ts";
import { caller } from "./caller.ts";
import { removeDataDir, startDesk } from "./running-desk.ts";

export interface DeskOnNetworks {
  desk: ADesk;
  standIns: OpenStandIns;
  editor: Somebody;
  /** Starts the desk again, on a machine whose clock has gone on meanwhile. */
  wakeLater(minutes: number): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000, SOON_MS = 1_500;

export async function aDeskOnNetworks(networks: readonly StandIn[] = [mastodonStandIn]): Promise<DeskOnNetworks> {
  const standIns = await openStandIns(networks), env = { ALLOW_PRIVATE_HOSTS: "yes", STAND_INS: standIns.address }, desk = await aDesk({ env });
  const on: DeskOnNetworks = {
    desk, standIns, editor: await joinDesk(desk, "editor", "Jonah Pell"),
    async wakeLater(minutes) {
      const { dataDir } = on.desk, clock = { NODE_OPTIONS: `--import=${new URL("./clock-ahead.mjs", import.meta.url).href}`, CLOCK_AHEAD_MINUTES: String(minutes) };
      await on.desk.stop();
      const again = await startDesk({ dataDir, env: { ...env, ...clock } }), moved = (one: Somebody): Somebody => ({ ...one, caller: caller(again.url, { session: one.caller.session }) });
      on.desk = { ...on.desk, ...again, owner: moved(on.desk.owner) };
      on.editor = moved(on.editor);
    },
    async close() {
      await standIns.close();
      await on.desk.stop();
      removeDataDir(on.desk.dataDir);
    },
  };
  return on;
}

/** Signs in as a browser would: goes to the network, and comes back with what it hands over. */
export async function connect({ desk: { owner: { caller: api } } }: DeskOnNetworks, practice: string, network: NetworkId, { host = null, app }: { host?: string | null; app?: { clientId: string; clientSecret: string | null } } = {}): Promise<Connection[]> {
  const params = { practice };
  if (app) await api.connections.setApp({ params: { practice, network }, body: { clientId: app.clientId, clientSecret: app.clientSecret ?? "" } });
  const { address } = await api.connections.begin({ params: { practice, network }, body: { channel: null, host } }), back = (await fetch(address, { redirect: "manual" })).headers.get("location");
  if (!back) throw new Error(`${network} sent nobody back.`);
  const { searchParams } = new URL(back), state = searchParams.get("state")!, done = await api.connections.finish({ params, body: { state, code: searchParams.get("code")! } });
  if (done.choices.length === 0) return done.connected;
  return (await api.connections.choose({ params, body: { state, accounts: done.choices.map(({ id }) => id) } })).connected;
}

export interface OnItsWay { text: string; channels: string[]; at?: string; more?: Partial<Content> }

/** Written by the editor, agreed to by the owner, planned for a moment that has almost come. */
export async function send({ desk, editor }: DeskOnNetworks, { text, channels, at = new Date(Date.now() + SOON_MS).toISOString(), more = {} }: OnItsWay, practice = desk.practice): Promise<string> {
  const writer = practice === desk.practice ? editor.caller : desk.owner.caller, made = await writer.posts.create({ params: { practice }, body: { title: "", content: aText(text, { channels, ...more }) } });
  const on = { params: { practice, post: made.id } }, submitted = await writer.posts.submit({ ...on, body: { revision: made.revision, askOf: null } });
  await desk.owner.caller.posts.decide({ ...on, body: { version: submitted.version!, decision: "approved", note: "" } });
  await desk.owner.caller.posts.schedule({ ...on, body: { version: submitted.version!, at } });
  return made.id;
}

export const publicationsOf = async ({ desk: { owner, practice } }: DeskOnNetworks, post: string): Promise<PublicationView[]> => (await owner.caller.publications.ofPost({ params: { practice, post } })).publications;

/** Until one of the post's publications stands so. */
export async function until(on: DeskOnNetworks, post: string, state: PublicationView["state"]): Promise<PublicationView> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const all = await publicationsOf(on, post), found = all.find((one) => one.state === state);
    if (found) return found;
    if (Date.now() > end) throw new Error(`None is ${state}: ${all.map((one) => `${one.state} (${one.says ?? ""})`).join(", ")}`);
    await new Promise((next) => { setTimeout(next, 200); });
  }
}
