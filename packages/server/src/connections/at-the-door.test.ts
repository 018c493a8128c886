import { expect, test } from "vitest";
import { anOpenDoor } from "../../test-support/a-door.ts";
import { openMemory } from "../../test-support/memory.ts";
import { aSmallNetwork } from "../../test-support/small-network.ts";
import { openNetworks } from "../networks/networks.ts";

test("over HTTP a channel is connected, and the log names no code, state, address or account", async () => {
  const small = await aSmallNetwork(), { desk, owner, practice, log } = await anOpenDoor(await openMemory(), { environment: { ALLOW_PRIVATE_HOSTS: "yes" } });
  Object.assign(desk, { networks: openNetworks({ allowPrivate: true, networks: [small.as("x", "own")] }) });
  const at = `/api/practices/${practice}`, put = await owner.ask("PUT", `${at}/connections/x/app`, { clientId: "app-of-seapine", clientSecret: "the-secret" });
  const { body: { address } } = await owner.post(`${at}/connections/x/begin`, { channel: null, host: null }), back = small.agree(address as string);
  const done = await owner.post(`${at}/connections/finish`, back), channel = done.body.connected[0].channel.id as string;
  expect([put.status, done.status, done.body.connected[0].state]).toEqual([204, 200, "connected"]);
  expect((await owner.post(`${at}/channels/${channel}/test`)).body).toMatchObject({ described: { can: ["publish"] } });
  expect((await owner.post(`${at}/connections/finish`, back)).body).toMatchObject({ code: "sign-in-over", status: 410 });
  expect((await owner.get(`${at}/connections`)).body.connections).toContainEqual(expect.objectContaining({ state: "connected", channel: expect.objectContaining({ id: channel }) }));
  expect((await owner.post(`${at}/channels/${channel}/disconnect`)).body.state).toBe("not-connected");
  await owner.get("/media/some.ticket");
  const said = log.join("");
  expect(said).toContain("connections.finish");
  for (const secret of ["the-secret", "app-of-seapine", back.code, back.state, "access-", "refresh-", "@a-1", small.address, "some.ticket"]) expect([secret, said.includes(secret)]).toEqual([secret, false]);
});

test("who may not manage the practice connects nothing", async () => {
  const small = await aSmallNetwork(), { desk, practice, visit } = await anOpenDoor(await openMemory());
  Object.assign(desk, { networks: openNetworks({ allowPrivate: true, networks: [small.as("x", "own")] }) });
  expect((await visit().post(`/api/practices/${practice}/connections/x/begin`, { channel: null, host: null })).status).toBe(401);
});
