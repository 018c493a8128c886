import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { aDesk, aPractice } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import { aSmallNetwork } from "../../test-support/small-network.ts";
import { readConfig } from "../config.ts";
import { connections } from "../connections/routes.ts";
import { openSession } from "../connections/session.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { openNetworks } from "../networks/networks.ts";
import { signInSecret } from "../people/make-auth.ts";
import { webhooks } from "../webhooks/routes.ts";
import { rotateKey } from "./rotate.ts";
import { makeSeal } from "./seal.ts";

const OLD = "ab".repeat(32), NEW = "cd".repeat(32);

/** The same desk, started again with other keys. */
function restarted(desk: Desk, environment: Record<string, string>): Desk {
  const config = readConfig({ LOG_LEVEL: "silent", ALLOW_PRIVATE_HOSTS: "yes", ...environment });
  return Object.assign(Object.create(desk) as Desk, { config, seal: makeSeal(config.secretKey, config.oldKeys) });
}

async function aStage() {
  const small = await aSmallNetwork(), networks = openNetworks({ allowPrivate: true, networks: [small.as("x", "own")] });
  const desk = await aDesk(await openMemory(), { networks, config: readConfig({ SECRET_KEY: OLD, LOG_LEVEL: "silent", ALLOW_PRIVATE_HOSTS: "yes" }) }), practice = await aPractice(desk), other = await aPractice(desk, { name: "Harbor Dental" });
  await practice.ask("owner", routes.connections.setApp, connections.setApp, { params: { network: "x" }, body: { clientId: "app", clientSecret: "app-secret" } });
  const begin = async () => (await practice.ask("owner", routes.connections.begin, connections.begin, { params: { network: "x" }, body: { channel: null, host: null } })).address;
  const { connected } = await practice.ask("owner", routes.connections.finish, connections.finish, { body: small.agree(await begin()) }), underWay = small.agree(await begin());
  await other.ask("owner", routes.webhooks.create, webhooks.create, { body: { url: "https://example.com/hook", events: ["post.held"] } });
  const factor = await symmetricEncrypt({ key: signInSecret(desk.config.secretKey), data: "the second factor" });
  await asDesk(desk.database.db, (tx) => sql`insert into "twoFactor" (id, secret, "backupCodes", "userId") values (${randomUUID()}, ${factor}, ${factor}, ${practice.people.owner.id})`.execute(tx));
  return { desk, practice, channel: connected[0]!.channel.id, underWay };
}

test("everything that an old key has sealed opens with the new one alone, and running it again finds nothing to do", async () => {
  const { desk, practice, channel, underWay } = await aStage(), between = restarted(desk, { SECRET_KEY: NEW, SECRET_KEY_OLD: OLD });
  expect((await openSession(between, practice.id, channel)).is).toBe("session");
  // An app, a connection, a sign-in under way, a webhook and a second factor.
  expect([await rotateKey(between), await rotateKey(between)]).toEqual([{ sealed: 5, unopened: 0 }, { sealed: 0, unopened: 0 }]);
  const after = restarted(desk, { SECRET_KEY: NEW });
  expect(await openSession(after, practice.id, channel)).toMatchObject({ is: "session", session: { app: { clientSecret: "app-secret" } } });
  expect((await openSession(desk, practice.id, channel)).is).toBe("refused");
  const { rows: [factor] } = await sql<{ secret: string }>`select secret from "twoFactor"`.execute(desk.database.db);
  expect(await symmetricDecrypt({ key: signInSecret(after.config.secretKey), data: factor!.secret })).toBe("the second factor");
  Object.assign(practice.desk, { config: after.config, seal: after.seal });
  expect((await practice.ask("owner", routes.connections.finish, connections.finish, { body: underWay })).connected).toHaveLength(1);
});

test("what no key opens stays as it was and is counted", async () => {
  const { desk, practice, channel } = await aStage();
  expect(await rotateKey(restarted(desk, { SECRET_KEY: NEW, SECRET_KEY_OLD: "ef".repeat(32) }))).toEqual({ sealed: 0, unopened: 5 });
  expect((await openSession(desk, practice.id, channel)).is).toBe("session");
});

test("the record says that it was done, and none of what was sealed", async () => {
  const { desk, practice } = await aStage();
  await rotateKey(restarted(desk, { SECRET_KEY: NEW, SECRET_KEY_OLD: OLD }));
  const entries = await asDesk(desk.database.db, (tx) => tx.selectFrom("record").select("entry").where("practice", "=", practice.id).where("action", "=", "secrets.sealed-again").execute());
  expect(entries.map(({ entry }) => (JSON.parse(entry) as { facts: unknown }).facts)).toEqual([{ secrets: 3 }]);
});

test("old keys are read as a list, and a wrong one is named by its variable only", () => {
  expect(readConfig({ SECRET_KEY: NEW, SECRET_KEY_OLD: `${OLD}, ${"ef".repeat(32)}` }).oldKeys).toHaveLength(2);
  expect(() => readConfig({ SECRET_KEY: NEW, SECRET_KEY_OLD: `${OLD},hush` })).toThrow(/^SECRET_KEY_OLD must be keys of 32 bytes((?!hush).)*$/);
});
