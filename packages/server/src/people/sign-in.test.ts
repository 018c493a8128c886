import { describe, expect, test } from "vitest";
import { aDoor, anOpenDoor, joins, ORIGIN, PASSWORD } from "../../test-support/a-door.ts";
import { type Browser, browser } from "../../test-support/browser.ts";
import { openMemory } from "../../test-support/memory.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { oneTimeCode } from "../../test-support/one-time-code.ts";
import { makeApp } from "../app.ts";
import { openSignIn } from "./open-sign-in.ts";
import { sweepSignIn } from "./sweep.ts";

const email = "ruth@seapine.example";
const signIn = (who: Browser, password = PASSWORD, address = email) => who.post("/api/auth/sign-in/email", { email: address, password });
const isIn = async (who: Browser): Promise<boolean> => (await who.get("/api/me")).status === 200;

describeOnEach("signing in with a password", (open) => {
  test("the right password opens a session, signing out ends it", async () => {
    const { visit } = await anOpenDoor(await open()), ruth = visit();
    expect(await isIn(ruth)).toBe(false);
    expect((await signIn(ruth, PASSWORD, "Ruth@Seapine.example")).status).toBe(200);
    expect(await isIn(ruth)).toBe(true);
    const kept = new Map(ruth.cookies);
    await ruth.post("/api/auth/sign-out");
    for (const [name, value] of kept) ruth.cookies.set(name, value);
    expect(await isIn(ruth)).toBe(false);
  });

  test("a wrong password and an address that nobody has are told in the same words", async () => {
    const { visit } = await anOpenDoor(await open());
    const wrong = await signIn(visit(), "a tern over the harbour"), nobody = await signIn(visit(), PASSWORD, "nobody@seapine.example");
    expect(wrong.status).toBe(401);
    expect(nobody).toMatchObject({ status: wrong.status, body: wrong.body });
  });

  test("guessing is stopped after eight tries a minute from one address, even with the right password, and the count is in the database", async () => {
    const { desk, visit } = await anOpenDoor(await open());
    const statuses: number[] = [];
    for (let guess = 0; guess < 9; guess++) statuses.push((await signIn(visit(), `guess number ${guess}`)).status);
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 401), 429]);
    const refused = await signIn(visit());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("x-retry-after"))).toBeGreaterThan(0);
    const another = await desk.signIn.handle(new Request(`${ORIGIN}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json", origin: ORIGIN, "x-chaperone-address": "127.0.0.1" }, body: JSON.stringify({ email, password: PASSWORD }) }), "203.0.113.9");
    expect(another.status).toBe(200);
  });

  test("guessing at one account from many addresses is stopped after ten wrong passwords, for an address without an account alike, and a quarter of an hour ends it", async () => {
    const clock = { ms: 0 }, { desk } = await anOpenDoor(await open(), { now: () => new Date(Date.now() + clock.ms) });
    let from = 0;
    const guess = async (password: string, whose = email) => (await desk.signIn.handle(new Request(`${ORIGIN}/api/auth/sign-in/email`, { method: "POST", headers: { "content-type": "application/json", origin: ORIGIN }, body: JSON.stringify({ email: whose, password }) }), `198.51.100.${++from}`)).status;
    for (const whose of [email, "nobody@seapine.example"]) {
      for (let tries = 0; tries < 10; tries++) expect(await guess(`guess number ${tries}`, whose)).toBe(401);
      expect([await guess("another guess", whose), await guess(PASSWORD, whose.toUpperCase())]).toEqual([429, 429]);
    }
    clock.ms = 15 * 60_000 + 1;
    expect(await guess(PASSWORD)).toBe(200);
    expect(await guess("one more guess")).toBe(401);
    expect(await guess(PASSWORD)).toBe(200);
  });

  test("nobody makes an account from outside, and what is not needed does not exist", async () => {
    const { desk, visit, owner } = await anOpenDoor(await open());
    for (const path of ["/sign-up/email", "/update-user", "/change-email", "/delete-user", "/link-social", "/unlink-account", "/send-verification-email", "/two-factor/send-otp", "/sign-in/email/", "/%73ign-up/email"]) {
      expect((await owner.post(`/api/auth${path}`, { name: "Eve", email: "eve@example.com", password: PASSWORD })).status, path).toBe(404);
    }
    expect((await visit().get("/api/auth/get-session")).body).toBe(null);
    expect(await desk.database.db.selectFrom("user").select("email").execute()).toEqual([{ email }]);
  });

  test("another site's page signs nobody in and out", async () => {
    const { owner } = await anOpenDoor(await open());
    expect((await owner.ask("POST", "/api/auth/sign-out", {}, { origin: "https://elsewhere.example" })).status).toBe(403);
    expect(await isIn(owner)).toBe(true);
  });

  test("a desk that was given no public address answers under the one it is called by", async () => {
    const { desk } = await anOpenDoor(await open()), { publicUrl: _, ...config } = desk.config;
    const plain = browser(makeApp({ ...desk, config, signIn: openSignIn({ ...desk, config }) }), "http://127.0.0.1:51734");
    expect((await signIn(plain)).status).toBe(200);
    expect(await isIn(plain)).toBe(true);
  });

  test("a public https address makes the cookies secure; none is readable by a script", async () => {
    const { visit } = await aDoor(await open(), { environment: { PUBLIC_URL: "https://desk.seapine.example" } });
    const { headers } = await visit().ask("POST", "https://desk.seapine.example/api/set-up", { name: "Ruth", email, password: PASSWORD, practice: { name: "Seapine", states: ["VA"], specialty: "med-spa", place: "Norfolk", timeZone: "America/New_York" } }, { origin: "https://desk.seapine.example" });
    const cookies = headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Secure-chaperone\..*HttpOnly.*/i);
    for (const cookie of cookies) expect(cookie).toMatch(/secure;.*samesite=lax|samesite=lax.*;\s*secure|secure.*samesite=lax/i);
  });
});

describeOnEach("sessions", (open) => {
  test("are listed with where they come from; one is ended, or all but one's own", async () => {
    const { visit, owner } = await anOpenDoor(await open()), laptop = visit(), phone = visit();
    await signIn(laptop);
    await signIn(phone);
    const list = (await owner.get("/api/auth/list-sessions")).body as { token: string; ipAddress: string }[];
    expect(list).toHaveLength(3);
    expect(list.every(({ ipAddress }) => ipAddress === "127.0.0.1")).toBe(true);
    const { body: { session } } = await phone.get("/api/auth/get-session");
    expect((await owner.post("/api/auth/revoke-session", { token: session.token })).status).toBe(200);
    expect([await isIn(owner), await isIn(laptop), await isIn(phone)]).toEqual([true, true, false]);
    await owner.post("/api/auth/revoke-other-sessions");
    expect([await isIn(owner), await isIn(laptop)]).toEqual([true, false]);
  });

  test("nobody ends somebody else's", async () => {
    const door = await anOpenDoor(await open()), maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz");
    const { body: { session } } = await door.owner.get("/api/auth/get-session");
    await maya.post("/api/auth/revoke-session", { token: session.token });
    await maya.post("/api/auth/revoke-other-sessions");
    expect(await isIn(door.owner)).toBe(true);
  });

  test("end with a new password, whether one sets it or the desk's operator does", async () => {
    const { desk, visit, owner } = await anOpenDoor(await open()), laptop = visit();
    await signIn(laptop);
    expect((await owner.post("/api/auth/change-password", { currentPassword: PASSWORD, newPassword: "the second password", revokeOtherSessions: true })).status).toBe(200);
    expect([await isIn(owner), await isIn(laptop)]).toEqual([true, false]);
    expect(await desk.signIn.resetPassword("Ruth@seapine.example", "the third password")).toBe(true);
    expect(await desk.signIn.resetPassword("nobody@seapine.example", "the third password")).toBe(false);
    expect(await isIn(owner)).toBe(false);
    expect((await signIn(visit(), "the second password")).status).toBe(401);
    expect((await signIn(visit(), "the third password")).status).toBe(200);
  });
});

describeOnEach("what sign-in keeps", (open) => {
  test("goes when it is over: sessions, links and counted tries", async () => {
    const { desk, owner, visit } = await anOpenDoor(await open(), { hasMail: true }), { db } = desk.database;
    await visit().post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" });
    const left = async () => Object.fromEntries(await Promise.all((["session", "verification", "rateLimit"] as const).map(async (table) => [table, (await db.selectFrom(table).select("id").execute()).length] as const)));
    const days = (count: number) => ({ database: desk.database, now: () => new Date(Date.now() + count * 86_400_000) });
    await sweepSignIn(days(0));
    expect(await left()).toEqual({ session: 1, verification: 1, rateLimit: 1 });
    await sweepSignIn(days(1.1));
    expect(await left()).toEqual({ session: 1, verification: 0, rateLimit: 0 });
    expect(await isIn(owner)).toBe(true);
    await sweepSignIn(days(15));
    expect(await left()).toEqual({ session: 0, verification: 0, rateLimit: 0 });
    expect(await isIn(owner)).toBe(false);
  });
});

describe("a forgotten password", () => {
  test("is replaced by a letter's link, once; a stranger's address is answered the same and gets no letter", async () => {
    const { letters, owner, visit } = await anOpenDoor(await openMemory(), { hasMail: true });
    const known = await visit().post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" });
    const unknown = await visit().post("/api/auth/request-password-reset", { email: "nobody@seapine.example", redirectTo: "/reset-password" });
    expect(unknown).toMatchObject({ status: known.status, body: known.body });
    expect(letters.map(({ to }) => to)).toEqual([email]);
    const link = /http\S+/.exec(letters[0]!.text)![0];
    const followed = await visit().get(link);
    const page = new URL(followed.headers.get("location")!, ORIGIN), token = page.searchParams.get("token");
    expect([followed.status, page.origin, page.pathname]).toEqual([302, ORIGIN, "/reset-password"]);
    expect((await visit().post("/api/auth/reset-password", { token, newPassword: "short" })).status).toBe(400);
    expect((await visit().post("/api/auth/reset-password", { token, newPassword: "the second password" })).status).toBe(200);
    expect((await visit().post("/api/auth/reset-password", { token, newPassword: "the third password" })).status).toBe(400);
    expect(await isIn(owner)).toBe(false);
    expect((await signIn(visit(), "the second password")).status).toBe(200);
  });

  test("does not lead to another site, nor can a token be read from the database", async () => {
    const { desk, letters, visit } = await anOpenDoor(await openMemory(), { hasMail: true });
    expect((await visit().post("/api/auth/request-password-reset", { email, redirectTo: "https://elsewhere.example/" })).status).toBe(403);
    await visit().post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" });
    const token = /reset-password\/([^?]+)/.exec(letters.at(-1)!.text)![1]!;
    expect(JSON.stringify(await desk.database.db.selectFrom("verification").selectAll().execute())).not.toContain(token);
  });

  test("stays so without a mail server", async () => {
    const { letters, visit } = await anOpenDoor(await openMemory());
    expect((await visit().post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" })).status).toBe(400);
    expect(letters).toEqual([]);
  });
});

describe("the second factor", () => {
  async function enrolled() {
    const door = await anOpenDoor(await openMemory());
    const { body } = await door.owner.post("/api/auth/two-factor/enable", { password: PASSWORD });
    expect((await door.owner.post("/api/auth/two-factor/verify-totp", { code: oneTimeCode(body.totpURI) })).status).toBe(200);
    return { ...door, address: body.totpURI as string, backupCodes: body.backupCodes as string[] };
  }

  test("is asked for once it is proven, and a code of the moment opens the door", async () => {
    const { owner, visit, address } = await enrolled(), ruth = visit();
    expect((await owner.get("/api/me")).body.twoFactor).toBe(true);
    expect(new URL(address).searchParams.get("issuer")).toBe("Chaperone");
    const { status, body } = await signIn(ruth);
    expect([status, body.twoFactorRedirect]).toEqual([200, true]);
    expect(await isIn(ruth)).toBe(false);
    const wrong = oneTimeCode(address, Date.now() - 3_600_000);
    expect((await ruth.post("/api/auth/two-factor/verify-totp", { code: wrong })).status).toBe(401);
    expect(await isIn(ruth)).toBe(false);
    expect((await ruth.post("/api/auth/two-factor/verify-totp", { code: oneTimeCode(address) })).status).toBe(200);
    expect(await isIn(ruth)).toBe(true);
  });

  test("is not asked for while it was only begun", async () => {
    const { owner, visit } = await anOpenDoor(await openMemory()), ruth = visit();
    await owner.post("/api/auth/two-factor/enable", { password: PASSWORD });
    expect((await signIn(ruth)).body.twoFactorRedirect).toBeUndefined();
    expect(await isIn(ruth)).toBe(true);
  });

  test("a backup code opens it once", async () => {
    const { visit, backupCodes } = await enrolled(), first = visit(), second = visit();
    expect(backupCodes).toHaveLength(10);
    for (const who of [first, second]) await signIn(who);
    expect((await first.post("/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] })).status).toBe(200);
    expect((await second.post("/api/auth/two-factor/verify-backup-code", { code: backupCodes[0] })).status).toBe(401);
    expect([await isIn(first), await isIn(second)]).toEqual([true, false]);
  });

  test("secret and backup codes are not readable in the database", async () => {
    const { desk, address, backupCodes } = await enrolled();
    const kept = JSON.stringify(await desk.database.db.selectFrom("twoFactor" as never).selectAll().execute());
    expect(kept).toContain("backupCodes");
    for (const secret of [new URL(address).searchParams.get("secret")!, ...backupCodes]) expect(kept).not.toContain(secret);
  });

  test("codes are not guessed: a few tries a minute, whoever asks", async () => {
    const { visit } = await enrolled(), thief = visit();
    await signIn(thief);
    const statuses: number[] = [];
    for (let guess = 0; guess < 10; guess++) statuses.push((await thief.post("/api/auth/two-factor/verify-totp", { code: String(guess).padStart(6, "0") })).status);
    expect(statuses).not.toContain(200);
    expect(statuses.at(-1)).toBe(429);
  });

  test("is taken off with the password only", async () => {
    const { owner } = await enrolled();
    expect((await owner.post("/api/auth/two-factor/disable", { password: "not the password" })).status).toBe(400);
    expect((await owner.post("/api/auth/two-factor/disable", { password: PASSWORD })).status).toBe(200);
    expect((await owner.get("/api/me")).body.twoFactor).toBe(false);
  });
});
