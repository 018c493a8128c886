import { type Body, type Connection, networks as known, type NetworkId, type Routes } from "@chaperone/contract";
import type { Desk } from "../desk.ts";
import type { Inside, Later } from "../http/asking.ts";
import { inPractice } from "../http/mount.ts";
import { Refusal } from "../http/refusal.ts";
import type { FormField } from "../networks/connect.ts";
import { describeAll } from "./describe.ts";
import { hostOf, mayBeCalled } from "./host.ts";
import { keepAccount } from "./keep.ts";
import { askingOf, channelFor, refusedBy } from "./network-for.ts";
import { connectionIn } from "./page.ts";

interface Ask extends Inside { params: { network: NetworkId }; body: Body<Routes["connections"]["signIn"]> }

/** Signs in with what a form asks for, such as a handle and an app password. */
export async function signIn(ask: Ask): Promise<Later<Connection>> {
  const { desk, practice, by, params: { network }, body: { channel, fields } } = ask, connect = desk.networks.of(network)?.connect;
  if (connect?.by !== "form") throw new Refusal("invalid-request", { detail: `One does not sign in to ${known[network].name} with a form. Look at the steps on the Connections page.` });
  await channelFor(ask, network, channel);
  const given = filledIn(desk, connect.fields, fields);
  return {
    async later() {
      for (const { name, kind } of connect.fields) if (kind === "address" && given[name]) await mayBeCalled(desk, given[name]!);
      const answer = await connect.signIn(askingOf(desk), given);
      if (answer.is === "refused") throw refusedBy(answer);
      const [one] = answer.accounts;
      if (!one) throw refusedBy({ says: "The sign-in worked, but it opens no account that the desk can post to." });
      const id = await inPractice(desk, by, practice, "manage", (inside) => keepAccount(inside, { network, channel }, one));
      await describeAll(ask, [id]);
      return inPractice(desk, by, practice, "manage", (inside) => connectionIn(inside, id));
    },
  };
}

/** Only the fields that the network asks for; what people paste has spaces around it. A field that comes with a value, even an empty one, may be left as it is. */
function filledIn(desk: Pick<Desk, "config">, fields: readonly FormField[], given: Record<string, string>): Record<string, string> {
  const said = fields.map(({ name, kind, value }) => ({ name, kind, text: (given[name] ?? "").trim() || value }));
  const errors = said.filter(({ text }) => text === undefined).map(({ name }) => ({ at: `/fields/${name}`, says: "must be filled in" }));
  if (errors.length > 0) throw new Refusal("invalid-request", { errors });
  return Object.fromEntries(said.map(({ name, kind, text = "" }) => [name, kind === "address" && text !== "" ? hostOf(desk, text, `/fields/${name}`) : text]));
}
