/** The pages that only a desk on networks can show: channels in every standing, and a post in every state that it can come to. Reached as people reach them, with the networks' stand-ins told to fail. */
import { googleApp } from "../../../packages/server/test-support/stand-ins/google.ts";
import { googleBusinessStandIn } from "../../../packages/server/test-support/stand-ins/google-business.ts";
import { linkedinMemberFixture, linkedinStandIn } from "../../../packages/server/test-support/stand-ins/linkedin.ts";
import { mastodonStandIn } from "../../../packages/server/test-support/stand-ins/mastodon.ts";
import { xFixture, xStandIn } from "../../../packages/server/test-support/stand-ins/x.ts";
import { aDeskOnNetworks, connect, type DeskOnNetworks, send, until } from "./desk-on-networks.ts";
import type { PageToSee, Round } from "./pages.ts";

/** LinkedIn renews nobody's sign-in, so this one is in its last week. */
const LAST_DAYS_SECONDS = 5 * 86_400, ALWAYS = 1_000;
const LONG_NAME = "Harbor Dermatology and Aesthetics of Greater Tampa Bay, St. Petersburg and Clearwater: news for patients";

export async function networksToSee(): Promise<{ rounds: Round[]; close: () => Promise<void> }> {
  const on = await aDeskOnNetworks([mastodonStandIn, xStandIn(), googleBusinessStandIn, linkedinStandIn({ signInSeconds: LAST_DAYS_SECONDS })]);
  try {
    const posts = await postsToSee(on, await channelsToSee(on)), silent = await aSilentPractice(on), { url, practice, owner } = on.desk;
    const session = [...owner.caller.session].map(([name, value]) => ({ name, value, url })), at = { origin: url, session };
    return { rounds: [{ ...at, practice, pages: [...CONNECTING, ...posts] }, { ...at, practice: silent, pages: [{ name: "connections-silent", path: "/settings/connections" }] }], close: on.close };
  } catch (error) {
    await on.close();
    throw error;
  }
}

const CONNECTING: PageToSee[] = [
  { name: "connections", path: "/settings/connections" }, { name: "connect-instagram", path: "/settings/connections/instagram" },
  { name: "connect-linkedin", path: "/settings/connections/linkedin", open: (page) => page.getByText("As the practice’s page").click() },
  { name: "connect-which", path: "/settings/connections/google-business", open: (page) => page.getByRole("button", { name: "Sign in at Google Business" }).click().then(() => page.getByRole("heading", { name: "Which accounts?" }).waitFor()) }, { name: "connect-mastodon", path: "/settings/connections/mastodon" },
];

interface Channels { mastodon: string; x: string; byHand: string; paused: string }

async function channelsToSee(on: DeskOnNetworks): Promise<Channels> {
  const { desk: { practice, owner: { caller: api } }, standIns } = on, add = async (network: "manual" | "facebook", name: string): Promise<string> => (await api.channels.add({ params: { practice }, body: { network, name, url: null } })).id;
  const [mastodon] = await connect(on, practice, "mastodon", { host: standIns.address }), [x] = await connect(on, practice, "x", { app: xFixture.app });
  await connect(on, practice, "linkedin", { app: linkedinMemberFixture.app });
  await connect(on, practice, "google-business", { app: googleApp });
  await api.channels.change({ params: { practice, channel: mastodon!.channel.id }, body: { name: LONG_NAME } });
  return { mastodon: mastodon!.channel.id, x: x!.channel.id, byHand: await add("manual", "The board in the waiting room"), paused: await add("facebook", "Harbor Dermatology") };
}

async function postsToSee(on: DeskOnNetworks, { mastodon, x, byHand, paused }: Channels): Promise<PageToSee[]> {
  const { standIns: { address, fail }, desk: { practice, owner: { caller: api } } } = on, at = (publication: string) => ({ params: { practice, publication } });
  const inDays = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const planned = await send(on, { text: "Flu shots start on Monday, from nine to five. No appointment is needed.", channels: [mastodon, byHand], at: inDays });
  const held = await send(on, { text: "We are closed on Thanksgiving and open again on Friday at eight.", channels: [paused], at: inDays });
  await api.channels.change({ params: { practice, channel: paused }, body: { paused: true } });

  const out = await send(on, { text: "Sunscreen works best when it goes on twenty minutes before you step outside.", channels: [mastodon] });
  await api.publications.readBack(at((await until(on, out, "published")).id));
  const changed = await send(on, { text: "Our skin checks take about twenty minutes. Bring a list of your medicines along.", channels: [mastodon] }), { id, url } = await until(on, changed, "published");
  await fetch(`${address}/control/mastodon/edit`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ id: url!.split("/").at(-1), text: "Our skin checks take about ten minutes. Bring a list of your medicines along, and a friend." }) });
  await api.publications.readBack(at(id));
  const removed = await send(on, { text: "The lot behind the building is being paved this week. Please park on Elm Street.", channels: [mastodon] });
  await api.publications.takeDown(at((await until(on, removed, "published")).id));

  fail({ on: "commit", kind: "permission", network: "mastodon" });
  const failed = await send(on, { text: "Parking is free behind the building while you are with us.", channels: [mastodon] });
  await until(on, failed, "failed");
  fail({ on: "commit", kind: "revoked-token", network: "x", times: ALWAYS });
  const mixed = await send(on, { text: "Wear a hat with a brim of three inches on the water.", channels: [mastodon, x, byHand] });
  await until(on, mixed, "failed");
  await until(on, mixed, "published");
  fail({ on: "commit", kind: "cut-after", network: "mastodon" });
  fail({ on: "reconcile", kind: "500-before", network: "mastodon", times: ALWAYS });
  const unknown = await send(on, { text: "Our phones are answered from eight to five, and at night by our nurse.", channels: [mastodon] });
  await until(on, unknown, "unknown");

  const missed = await send(on, { text: "On Saturday we are open until two.", channels: [mastodon], at: new Date(Date.now() + 8_000).toISOString() });
  await on.wakeLater(45);
  await until(on, missed, "missed");
  return Object.entries({ planned, held, out, changed, removed, failed, mixed, unknown, missed }).map(([name, post]) => ({ name: `post-${name}`, path: `/posts/${post}` }));
}

async function aSilentPractice(on: DeskOnNetworks): Promise<string> {
  const { desk: { owner: { caller: api } }, standIns } = on;
  const { id: practice } = await api.practices.create({ body: { name: "Juniper Skin", states: ["FL"], specialty: "dermatology", place: "Tampa", timeZone: "America/New_York" } });
  await connect(on, practice, "mastodon", { host: standIns.address });
  await api.connections.beSilent({ params: { practice }, body: { why: "A recall of one of our products. Ruth looks at every planned post first." } });
  return practice;
}
