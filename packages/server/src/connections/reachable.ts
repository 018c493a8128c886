/** Whether networks can fetch pictures from here. The desk can only ask itself, from as far outside as it gets. */
import type { ConnectionsPage } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import { ownAddress } from "../http/own-address.ts";
import { whyNot } from "../http/reachable.ts";
import { makeProbe } from "../media/probe.ts";

type Reach = ConnectionsPage["reach"];

/** What was found last, for as long as this process lives: it may be different after the next start. */
const found = new WeakMap<Desk["networks"], Reach>();
const BY_HAND = "Networks that take pictures from the desk’s hands work all the same; for the others, post by hand.";

export function reachOf(desk: Pick<Desk, "config" | "networks">): Reach {
  const address = ownAddress(desk.config), never = whyNever(desk);
  if (never !== null) return { address, isReachable: false, says: `${never} ${BY_HAND}` };
  return found.get(desk.networks) ?? { address, isReachable: null, says: "This was not tried yet." };
}

export async function tryReach(desk: Desk, practice: string): Promise<void> {
  const address = ownAddress(desk.config), says = whyNever(desk) ?? await whyNotNow(desk, practice);
  found.set(desk.networks, says === null
    ? { address, isReachable: true, says: "The desk asked for a picture at its own public address and got it. Whether the servers of the networks get there too, a desk cannot prove: a firewall may treat them differently. The first post with a picture will show it." }
    : { address, isReachable: false, says: `${says} ${BY_HAND}` });
}

function whyNever({ config }: Pick<Desk, "config">): string | null {
  const { publicUrl, allowPrivateHosts } = config;
  if (publicUrl === undefined) return "PUBLIC_URL is not set, so no network can fetch pictures from this desk. Whoever runs the desk sets it to a public https address.";
  if (publicUrl.startsWith("http:") && !allowPrivateHosts) return "PUBLIC_URL begins with http, and networks fetch pictures over https only. Whoever runs the desk puts TLS in front and sets it to the https address.";
  return whyNot(publicUrl, allowPrivateHosts) === undefined ? null : "PUBLIC_URL is an address inside a private network, which no network can reach. Whoever runs the desk sets it to a public https address.";
}

async function whyNotNow(desk: Desk, practice: string): Promise<string | null> {
  const { address, isAnswer } = makeProbe(desk, practice);
  try {
    const response = await desk.networks.fetch(address);
    if (response.ok && isAnswer(new Uint8Array(await response.arrayBuffer()))) return null;
    return `Something answered at the public address, but not with the picture that was asked for (${response.status}). Look at what stands in front of the desk: /media has to come through unchanged.`;
  } catch (error) {
    for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause.name === "ForbiddenAddress") return "The public address leads into a private network, where no network can reach it.";
    return "Nothing answered at the public address when the desk asked for a picture there. Look at the name, the certificate and the firewall.";
  }
}
