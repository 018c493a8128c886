import { expect, test } from "vitest";
import { anOpenDoor, joins, ORIGIN } from "../../test-support/a-door.ts";
import { Authenticator } from "../../test-support/authenticator.ts";
import type { Browser } from "../../test-support/browser.ts";
import { openMemory } from "../../test-support/memory.ts";

async function enroll(who: Browser, key: Authenticator) {
  const { body } = await who.get("/api/auth/passkey/generate-register-options");
  return who.post("/api/auth/passkey/verify-registration", { response: key.create(body), name: "Ruth's laptop" });
}
async function enter(who: Browser, key: Authenticator) {
  const { body } = await who.get("/api/auth/passkey/generate-authenticate-options");
  return who.post("/api/auth/passkey/verify-authentication", { response: key.get(body) });
}

test("a passkey is enrolled, opens the door without a password, and no longer does once it is taken off", async () => {
  const { owner, visit } = await anOpenDoor(await openMemory()), key = new Authenticator(ORIGIN), ruth = visit();
  expect((await enroll(owner, key)).status).toBe(200);
  expect((await owner.get("/api/auth/passkey/list-user-passkeys")).body).toMatchObject([{ name: "Ruth's laptop" }]);
  expect((await enter(ruth, key)).status).toBe(200);
  expect((await ruth.get("/api/me")).body.person.name).toBe("Ruth Adeyemi");
  const [{ id }] = (await owner.get("/api/auth/passkey/list-user-passkeys")).body;
  expect((await owner.post("/api/auth/passkey/delete-passkey", { id })).status).toBe(200);
  expect((await enter(visit(), key)).status).not.toBe(200);
});

test("an answer is taken once, for the challenge it was made for, and from the desk's own address", async () => {
  const { owner, visit } = await anOpenDoor(await openMemory()), key = new Authenticator(ORIGIN), ruth = visit(), thief = visit();
  await enroll(owner, key);
  const { body } = await ruth.get("/api/auth/passkey/generate-authenticate-options"), answer = { response: key.get(body) };
  await thief.get("/api/auth/passkey/generate-authenticate-options");
  expect((await thief.post("/api/auth/passkey/verify-authentication", answer)).status).not.toBe(200);
  expect((await ruth.post("/api/auth/passkey/verify-authentication", answer)).status).toBe(200);
  expect((await ruth.post("/api/auth/passkey/verify-authentication", answer)).status).not.toBe(200);
  expect((await thief.get("/api/me")).status).toBe(401);

  const elsewhere = new Authenticator("https://elsewhere.example");
  expect((await enroll(owner, elsewhere)).status).not.toBe(200);
});

test("a key that answers with an old count was copied, and is refused", async () => {
  const { owner, visit } = await anOpenDoor(await openMemory()), key = new Authenticator(ORIGIN);
  await enroll(owner, key);
  expect((await enter(visit(), key)).status).toBe(200);
  key.counter = 0;
  expect((await enter(visit(), key)).status).not.toBe(200);
});

test("a passkey is enrolled by who is signed in, and taken off by nobody else", async () => {
  const door = await anOpenDoor(await openMemory()), maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz"), key = new Authenticator(ORIGIN);
  expect((await door.visit().get("/api/auth/passkey/generate-register-options")).status).toBe(401);
  await enroll(door.owner, key);
  const [{ id }] = (await door.owner.get("/api/auth/passkey/list-user-passkeys")).body;
  expect((await maya.post("/api/auth/passkey/delete-passkey", { id })).status).not.toBe(200);
  expect((await enter(door.visit(), key)).status).toBe(200);
});
