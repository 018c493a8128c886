/** How a practice's channels sign in to their networks, and what each may do there today. */
import * as z from "zod/mini";
import { person } from "./people.ts";
import { channel, NETWORK_IDS } from "./practices.ts";
import { id, line, text, time } from "./text.ts";

export const ABILITIES = ["publish", "pictures", "video", "read", "reply", "remove", "metrics"] as const;
export type AbilityName = (typeof ABILITIES)[number];

/** What the network said when it was last asked. */
export const described = z.object({
  can: z.array(z.enum(ABILITIES)), missing: z.array(z.object({ ability: z.enum(ABILITIES), why: z.string(), next: z.string() })), notes: z.array(z.string()),
  limits: z.record(z.string(), z.number()), choices: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
});
export type DescribedAccount = z.infer<typeof described>;

export const CONNECTION_STATES = ["connected", "needs-sign-in", "not-connected", "by-hand"] as const;
/** `ends` is when a person has to sign in again if nothing happens; `warns` says that this is near. */
export const connection = z.object({
  channel, state: z.enum(CONNECTION_STATES),
  /** `host` is the server that it lives on, where people choose one; `way` the `host` of the way that it came in by, where there are several. */
  account: z.nullable(z.object({ name: z.string(), handle: z.string(), url: z.nullable(z.string()), host: z.nullable(z.string()), way: z.nullable(z.string()) })),
  says: z.nullable(z.string()), scopes: z.array(z.string()), ends: z.nullable(time()), warns: z.boolean(), testedAt: z.nullable(time()), described: z.nullable(described), connectedAt: z.nullable(time()),
});
export type Connection = z.infer<typeof connection>;

export const formField = z.object({ name: z.string(), label: z.string(), help: z.string(), kind: z.enum(["text", "secret", "address"]), value: z.string() });
/** One of several ways in to a network: what it is for, what it takes, the app of its own, and the `host` that it is asked for by. */
export const wayIn = z.object({ host: z.nullable(z.string()), label: z.string(), detail: z.string(), appClientId: z.nullable(z.string()), steps: z.array(z.string()), notes: z.array(z.string()) });
export type WayIn = z.infer<typeof wayIn>;
/** How one connects to a network, step by step, and whether the practice has registered the app that it takes. */
export const networkSetUp = z.object({
  network: z.enum(NETWORK_IDS), by: z.enum(["nothing", "form", "oauth"]), fields: z.array(formField),
  app: z.enum(["none", "own", "registered"]), appClientId: z.nullable(z.string()), asksHost: z.boolean(), redirectUri: z.string(), scopes: z.array(z.string()), steps: z.array(z.string()), notes: z.array(z.string()),
  /** Where a person chooses how to come in: each way has steps and notes of its own, in place of the network's. The first is the usual one; empty where there is only one. */
  ways: z.array(wayIn),
  /** Whether the network fetches pictures from the desk, and so needs to reach it from outside. */
  fetchesMedia: z.boolean(),
});
export type NetworkSetUp = z.infer<typeof networkSetUp>;
/** Whether networks can fetch pictures from this desk; null when it was not tried yet. */
export const reachability = z.object({ address: z.string(), isReachable: z.nullable(z.boolean()), says: z.string() });
export const connectionsPage = z.object({ connections: z.array(connection), networks: z.array(networkSetUp), reach: reachability, silence: z.object({ since: z.nullable(time()), why: z.string(), /** Who said so last. */ by: z.nullable(person) }) });
export type ConnectionsPage = z.infer<typeof connectionsPage>;

/** Each of several `ways` in takes an app of its own; `host` says which, and none is the usual one. */
export const appInput = z.object({ clientId: line(500), clientSecret: text(2000, 1), host: z.optional(z.nullable(text(300))) });
/** `channel` is the one that is signed in again; null makes a new one. `host` is the server, where people choose one, or that of one of the `ways`. */
export const beginSignIn = z.object({ channel: z.nullable(id()), host: z.nullable(text(300)) });
export const begunSignIn = z.object({ address: z.string() });
export const finishSignIn = z.object({ state: text(200, 20), code: text(4000, 1) });
/** Either it is done, or the person says which of the accounts to connect, by `state` and their ids. */
export const finishedSignIn = z.object({ network: z.enum(NETWORK_IDS), connected: z.array(connection), choices: z.array(z.object({ id: z.string(), name: z.string(), handle: z.string() })) });
export const chooseAccounts = z.object({ state: text(200, 20), accounts: z.array(text(500, 1)).check(z.minLength(1), z.maxLength(40)) });
export const signInByForm = z.object({ channel: z.nullable(id()), fields: z.record(z.string(), text(2000)) });
