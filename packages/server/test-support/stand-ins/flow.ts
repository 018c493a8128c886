/** The steps of a network in a row, as the publisher takes them, and a sign-in as a browser does it. */
import type { Connected, OAuth } from "../../src/networks/connect.ts";
import type { Kept, Network } from "../../src/networks/network.ts";
import type { Refused } from "../../src/networks/outcome.ts";
import type { Outgoing } from "../../src/networks/outgoing.ts";
import type { DeveloperApp, Session } from "../../src/networks/session.ts";

const MOST_ROUNDS = 100;

/** Asks again at once where the network wants to be waited for. */
export async function prepared(network: Network, session: Session, outgoing: Outgoing, soFar: Kept = {}): Promise<Kept> {
  let kept = soFar;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const outcome = await network.prepare(session, outgoing, kept);
    if (outcome.is === "refused") throw new Error(`It was refused: ${outcome.kind}, ${outcome.says}`);
    kept = JSON.parse(JSON.stringify(outcome.kept)) as Kept;
    if (outcome.is === "prepared") return kept;
  }
  throw new Error("It was never prepared.");
}

export async function published(network: Network, session: Session, outgoing: Outgoing): Promise<Awaited<ReturnType<Network["commit"]>>> {
  return network.commit(session, outgoing, await prepared(network, session, outgoing));
}

/** The page agrees at once and sends back; `session` lends its guard only. */
export async function signedIn(network: Network, session: Session, app: DeveloperApp): Promise<Connected | Refused> {
  const connect = network.connect as OAuth, redirectUri = "https://desk.example.com/connected", state = "a-state", verifier = "v".repeat(64);
  const page = await session.fetch(await connect.address({ app, host: null, redirectUri, state, verifier })), to = page.headers.get("location");
  if (!to) throw new Error(`The page did not send back: ${page.status} ${await page.text()}`);
  const back = new URL(to);
  if (back.searchParams.get("state") !== state || `${back.origin}${back.pathname}` !== redirectUri) throw new Error("It sent back to somewhere else.");
  return connect.finish(session, { app, host: null, redirectUri, verifier, code: back.searchParams.get("code") ?? "" });
}
