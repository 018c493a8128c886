import { expect, test } from "vitest";
import { anOpenDoor, ORIGIN, PASSWORD } from "../../test-support/a-door.ts";
import type { Browser } from "../../test-support/browser.ts";
import { freePort } from "../../test-support/free-port.ts";
import { identityProvider } from "../../test-support/identity-provider.ts";
import { openMemory } from "../../test-support/memory.ts";

const accounts = {
  ruth: { name: "Ruth A.", email: "ruth@seapine.example", email_verified: true },
  maya: { name: "Maya Ortiz", email: "maya@seapine.example", email_verified: true },
  claims: { name: "Not Ruth", email: "ruth@seapine.example", email_verified: false },
  unproven: { name: "Not Maya", email: "maya@seapine.example", email_verified: false },
  stranger: { name: "Eve", email: "eve@example.com", email_verified: true },
};

async function withProvider() {
  const provider = await identityProvider(accounts, ORIGIN), door = await anOpenDoor(await openMemory(), { environment: provider.environment });
  /** Where the desk sends the browser in the end. */
  const enter = async (who: Browser, account: string): Promise<URL> => {
    const { body: { url } } = await who.post("/api/auth/sign-in/social", { provider: "single-sign-on", callbackURL: "/", errorCallbackURL: "/sign-in?failed=single-sign-on" });
    const { headers } = await who.get(await provider.signIn(url, account));
    return new URL(headers.get("location")!, ORIGIN);
  };
  const people = async (): Promise<string[]> => (await door.desk.database.db.selectFrom("user").select("email").orderBy("email").execute()).map(({ email }) => email);
  return { ...door, provider, enter, people };
}

test("the desk names its provider, asks with PKCE, and lets in whom it knows by their verified address", async () => {
  const { visit, enter, provider, people } = await withProvider(), ruth = visit();
  expect((await visit().get("/api/desk")).body.singleSignOn).toBe("127.0.0.1");
  const { body: { url } } = await visit().post("/api/auth/sign-in/social", { provider: "single-sign-on", callbackURL: "/" });
  expect(new URL(url).origin).toBe(provider.issuer);
  expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ code_challenge_method: "S256", client_id: "chaperone", redirect_uri: `${ORIGIN}/api/auth/callback/single-sign-on` });
  for (let time = 0; time < 2; time++) {
    expect((await enter(ruth, "ruth")).href).toBe(`${ORIGIN}/`);
    expect((await ruth.get("/api/me")).body).toMatchObject({ person: { name: "Ruth Adeyemi" }, practices: [{ role: "owner" }] });
  }
  expect(await people()).toEqual(["ruth@seapine.example"]);
});

test("a stranger gets no account, and an address that the provider has not verified is nobody's", async () => {
  const { visit, enter, people, owner, practice } = await withProvider();
  await owner.post(`/api/practices/${practice}/invitations`, { email: "maya@seapine.example", role: "editor" });
  for (const account of ["stranger", "claims", "unproven"]) {
    const who = visit(), { pathname, searchParams } = await enter(who, account);
    expect([account, pathname, searchParams.get("failed")]).toEqual([account, "/sign-in", "single-sign-on"]);
    expect((await who.get("/api/me")).status, account).toBe(401);
  }
  expect(await people()).toEqual(["ruth@seapine.example"]);
});

test("whoever was invited gets an account by it, and joins with the link they were given", async () => {
  const { visit, enter, owner, practice, desk, provider } = await withProvider(), maya = visit();
  const { link } = (await owner.post(`/api/practices/${practice}/invitations`, { email: "maya@seapine.example", role: "editor" })).body;
  await enter(maya, "maya");
  expect((await maya.get("/api/me")).body).toMatchObject({ person: { name: "Maya Ortiz" }, practices: [] });
  expect((await maya.post(`/api/invitations/${link.split("/join/")[1]}`, {})).body.practices).toMatchObject([{ id: practice, role: "editor" }]);
  // The provider's token is kept sealed: what stands in the database opens nothing there.
  const { accessToken } = await desk.database.db.selectFrom("account").selectAll().where("providerId", "=", "single-sign-on").executeTakeFirstOrThrow() as unknown as { accessToken: string };
  expect((await fetch(`${provider.issuer}/me`, { headers: { authorization: `Bearer ${accessToken}` } })).status).toBe(401);
  // Later the desk's operator gives her a password, in case the provider is away.
  expect(await desk.signIn.resetPassword("maya@seapine.example", PASSWORD)).toBe(true);
  expect((await visit().post("/api/auth/sign-in/email", { email: "maya@seapine.example", password: PASSWORD })).status).toBe(200);
});

test("an answer of the provider is good in the browser that asked, and once", async () => {
  const { visit, provider } = await withProvider(), ruth = visit(), thief = visit();
  const { body: { url } } = await ruth.post("/api/auth/sign-in/social", { provider: "single-sign-on", callbackURL: "/" });
  const back = await provider.signIn(url, "ruth");
  await thief.get(back);
  expect((await thief.get("/api/me")).status).toBe(401);
  await ruth.get(back);
  expect((await ruth.get("/api/me")).status).toBe(200);
  await ruth.post("/api/auth/sign-out");
  await ruth.get(back);
  expect((await ruth.get("/api/me")).status).toBe(401);
});

test("a provider that was away when the desk started is asked again when somebody wants in by it", async () => {
  const port = await freePort(), environment = { OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: "chaperone", OIDC_CLIENT_SECRET: "a secret that only these two know", ALLOW_PRIVATE_HOSTS: "yes" };
  const { visit } = await anOpenDoor(await openMemory(), { environment });
  const ask = () => visit().post("/api/auth/sign-in/social", { provider: "single-sign-on", callbackURL: "/" });
  expect((await ask()).status).toBe(404);
  await identityProvider(accounts, ORIGIN, port);
  expect((await ask()).body.url).toContain(`http://127.0.0.1:${port}/auth?`);
});

test("nobody is sent on to another site", async () => {
  const { visit } = await withProvider();
  expect((await visit().post("/api/auth/sign-in/social", { provider: "single-sign-on", callbackURL: "https://elsewhere.example/" })).status).toBe(403);
});
