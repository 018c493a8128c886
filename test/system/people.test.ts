/** People in a real browser on a real desk: invited, joined, changed and removed; and every way to sign in, with a provider and an authenticator that are real too. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../packages/server/test-support/free-port.ts";
import { identityProvider } from "../../packages/server/test-support/identity-provider.ts";
import { oneTimeCode } from "../../packages/server/test-support/one-time-code.ts";
import { type ADesk, aDesk, aText, inHours, join, PASSWORD, type Somebody } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs, sitDown } from "./support/browser.ts";
import { caller } from "./support/caller.ts";
import { removeDataDir } from "./support/running-desk.ts";

const LAWFUL = "Sunscreen works best when it goes on twenty minutes before you step outside.", NEW_PASSWORD = "another long pass phrase";

let desk: ADesk, browser: Browser;
const seats: Seat[] = [];

beforeAll(async () => { [desk, browser] = await Promise.all([aDesk({ env: { TRUST_PROXY: "1" } }), openBrowser()]); }, 180_000);
afterAll(async () => {
  await browser.close();
  await end(desk);
});
afterEach(async () => {
  for (const { context, complaints } of seats.splice(0)) {
    await context.close();
    expect(complaints).toEqual([]);
  }
});

/** Sign-ins are counted by address, so each browser has one of its own. */
const options = () => ({ reducedMotion: "reduce" as const, extraHTTPHeaders: { "x-forwarded-for": `203.0.113.${++addresses}` } });
let addresses = 0;
const kept = (seat: Seat): Page => { seats.push(seat); return seat.page; };
const aBrowser = async (url = desk.url): Promise<Page> => kept(await sitDown(browser, url, options()));
async function open(path: string, who: Somebody = desk.owner): Promise<Page> {
  const page = kept(await sitAs(who.caller, browser, desk.url, options()));
  await page.goto(path);
  await page.locator("h1").waitFor();
  return page;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
async function confirm(page: Page, begins: string, does: string): Promise<void> {
  await button(page, begins).click();
  await page.getByRole("alertdialog").getByRole("button", { name: does }).click();
}
async function fillIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await button(page, "Sign in").click();
}
const atToday = (page: Page) => page.waitForURL((url) => url.pathname === "/");
async function signOut(page: Page): Promise<void> {
  await page.goto("/settings/account");
  await page.getByRole("list", { name: "You" }).getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
}
const ours = () => ({ practice: desk.practice });
const api = () => desk.owner.caller;

/** Fills in the form in Settings and answers the link it shows. */
async function invite(page: Page, email: string, role: string): Promise<string> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: /Role/ }).last().click();
  await page.getByRole("option", { name: new RegExp(`^${role}`) }).click();
  await button(page, "Make the invitation").click();
  await page.getByText(`For ${email}`).waitFor();
  return (await page.getByRole("status", { name: "Link to join" }).textContent())!;
}

test("an invitation's link is shown once, and lets somebody new in with the role it was made for", async () => {
  const page = await open("/settings/members"), link = await invite(page, "theo@example.com", "Contributor");
  await page.getByRole("list", { name: "Open invitations" }).getByText("theo@example.com").waitFor();
  await page.reload();
  await page.getByRole("list", { name: "Open invitations" }).getByText("theo@example.com").waitFor();
  expect(await page.getByText(link).count()).toBe(0);

  const theirs = await aBrowser();
  await theirs.goto(link);
  await theirs.getByText("You are invited as contributor").waitFor();
  await theirs.getByLabel("Your name").fill("Theo Lindqvist");
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await button(theirs, "Join the practice").click();
  await atToday(theirs);
  await theirs.getByText("Theo.").first().waitFor();
  await page.reload();
  await page.getByText(/^Contributor · theo@example.com/).waitFor();

  const again = await aBrowser();
  await again.goto(link);
  await again.getByText("This invitation has been used, withdrawn or has run out. Ask for a new one.").waitFor();
}, 60_000);

test("somebody with an account signs in and joins, and the practice they were at stays at hand", async () => {
  const agency = await join(desk, "editor", "Nadia Bell"), sam = (await join(desk, "viewer", "Sam Reed")).caller, other = await sam.practices.create({ body: { name: "Acorn Dental", states: ["GA"], specialty: "dentistry", place: "Savannah", timeZone: "America/New_York" } });
  const page = await aBrowser();
  await page.goto("/sign-in");
  await fillIn(page, agency.email);
  await atToday(page);
  await page.getByRole("button", { name: /Harbor Dermatology/ }).waitFor();
  await signOut(page);

  const { link } = await sam.invitations.create({ params: { practice: other.id }, body: { email: agency.email, role: "viewer" } });
  await page.goto(link);
  await page.getByText("has an account").waitFor();
  await page.getByRole("link", { name: "Sign in to join" }).click();
  await fillIn(page, agency.email);
  await page.waitForURL(link);
  await page.getByText(`Signed in as ${agency.email}.`).waitFor();
  await button(page, "Join the practice").click();
  await atToday(page);
  await page.getByRole("button", { name: /Harbor Dermatology/ }).click();
  await page.getByRole("menuitem", { name: /Acorn Dental/ }).click();
  await page.getByRole("button", { name: /Acorn Dental/ }).waitFor();
}, 60_000);

test("a link that was withdrawn says so, and one for somebody else opens nothing", async () => {
  const page = await open("/settings/members"), link = await invite(page, "late@example.com", "Viewer");
  const mistaken = await open(new URL(link).pathname, await join(desk, "viewer", "Iris Kwan"));
  await mistaken.getByText("You are signed in as someone else").waitFor();
  await button(page, "Withdraw the invitation of late@example.com").click();
  await page.getByRole("list", { name: "Open invitations" }).getByText("late@example.com").waitFor({ state: "detached" });
  const theirs = await aBrowser();
  await theirs.goto(link);
  await theirs.getByText("This invitation has been used, withdrawn or has run out.").waitFor();
}, 60_000);

test("a role is changed; and when a member leaves, what they approved waits for somebody else, and Today says so", async () => {
  const author = await join(desk, "contributor", "Lena Hart"), ruth = await join(desk, "editor", "Ruth Adeyemi"), { revision } = await api().practices.show({ params: ours() });
  await api().practices.change({ params: ours(), body: { revision, approvals: "every-post" } });
  const page = await open("/settings/members");
  await button(page, "Give Ruth Adeyemi another role").click();
  await page.getByRole("dialog").getByText(/^Compliance/).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText(`Compliance · ${ruth.email}`).waitFor();

  const [channel] = await api().channels.list({ params: ours() });
  const begun = await author.caller.posts.create({ params: ours(), body: { title: "Sunscreen", content: aText(LAWFUL, { channels: [channel!.id] }), plannedFor: inHours(30) } }), params = { ...ours(), post: begun.id };
  const { version } = await author.caller.posts.submit({ params, body: { revision: begun.revision, askOf: null } });
  expect((await ruth.caller.posts.decide({ params, body: { version: version!, decision: "approved", note: "" } })).state).toBe("scheduled");

  await confirm(page, "Remove Ruth Adeyemi", "Take off");
  await page.getByText(`Compliance · ${ruth.email}`).waitFor({ state: "detached" });
  const { state, approvals, publications } = await api().posts.show({ params });
  expect([state, approvals.map(({ lapsedWhy }) => lapsedWhy), publications.map((one) => one.state)]).toEqual(["waiting", ["approver-left"], ["held"]]);
  await page.getByRole("link", { name: "Today", exact: true }).click();
  await page.getByRole("heading", { name: /^Waiting for you/ }).waitFor();
  await page.getByRole("article").filter({ hasText: "Sunscreen" }).getByText("Waits again: who approved it has left").waitFor();

  const hers = await open("/", ruth);
  await hers.getByText("Ruth Adeyemi, you belong to no practice yet").waitFor();
}, 60_000);

test("whoever was sent to the sign-in comes back to where they were going", async () => {
  const page = await aBrowser();
  await page.goto("/calendar?view=list");
  await page.waitForURL("**/sign-in?then=*");
  await fillIn(page, desk.owner.email);
  await page.waitForURL("**/calendar?view=list");
}, 60_000);

test("whoever guesses is told to wait, and for how long", async () => {
  const page = await aBrowser();
  await page.goto("/sign-in");
  for (let guess = 0; guess < 9; guess++) {
    const answer = page.waitForResponse("**/api/auth/sign-in/email");
    await fillIn(page, desk.owner.email, `a guess, number ${guess}`);
    await answer;
  }
  await page.getByText(/^That was too often\. Try again in (\d+ seconds|a minute); this protects the account from guessing\.$/).waitFor();
}, 60_000);

test("a new password ends every other session; sessions are listed, and one is ended from another", async () => {
  const somebody = await join(desk, "editor", "Omar Diaz"), page = await open("/settings/account", somebody);
  await caller(desk.url).signIn(somebody.email, PASSWORD);
  await page.reload();
  const sessions = page.getByRole("list", { name: "Sessions" });
  await sessions.getByText("Here", { exact: true }).waitFor();
  const elsewhere = caller(desk.url);
  await sessions.getByRole("button", { name: /^End the session/ }).click();
  await sessions.getByRole("button", { name: /^End the session/ }).waitFor({ state: "detached" });
  await elsewhere.signIn(somebody.email, PASSWORD);
  expect((await elsewhere.me.show()).person.name).toBe("Omar Diaz");

  const change = async (current: string): Promise<void> => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(NEW_PASSWORD);
    await button(page, "Change the password").click();
  };
  await change("not the pass phrase");
  await page.getByText("This is not the password.").waitFor();
  await change(PASSWORD);
  await page.getByText("The new password holds. Every other session has ended.").waitFor();
  await expect(elsewhere.me.show()).rejects.toMatchObject({ problem: { code: "not-signed-in" } });
  await signOut(page);
  await fillIn(page, somebody.email, PASSWORD);
  await page.getByText("The address and the password do not belong together.").waitFor();
  await fillIn(page, somebody.email, NEW_PASSWORD);
  await atToday(page);
}, 60_000);

test("with the second step on, a sign-in takes a code, and a backup code works once", async () => {
  const somebody = await join(desk, "editor", "Priya Shah"), page = await open("/settings/account", somebody);
  await page.getByLabel("Your password").fill(PASSWORD);
  await button(page, "Set it up").click();
  const secret = (await page.locator(".enroll p.mono").textContent())!.replaceAll(" ", ""), code = () => oneTimeCode(`otpauth://totp/desk?secret=${secret}`);
  await page.getByRole("img", { name: /QR code/ }).waitFor();
  await page.getByLabel("The code it shows now").fill("000000");
  await button(page, "Turn it on").click();
  await page.getByText("This code is not the current one.").waitFor();
  await page.getByLabel("The code it shows now").fill(code());
  await button(page, "Turn it on").click();
  const [first, ...others] = (await page.getByRole("status", { name: "Backup codes" }).textContent())!.split("\n");
  expect(others.length).toBeGreaterThan(5);

  await signOut(page);
  await fillIn(page, somebody.email);
  await page.getByLabel("Code", { exact: true }).fill(code());
  await button(page, "Sign in").click();
  await atToday(page);

  const withBackupCode = async (): Promise<void> => {
    await signOut(page);
    await fillIn(page, somebody.email);
    await button(page, "Use a backup code").click();
    await page.getByLabel("Backup code").fill(first!);
    await button(page, "Sign in").click();
  };
  await withBackupCode();
  await atToday(page);
  await withBackupCode();
  await page.getByText("This backup code is not known or has been used.").waitFor();
}, 90_000);

test("a passkey is added in Settings and signs its owner in", async () => {
  const somebody = await join(desk, "editor", "June Park"), page = await open("/settings/account", somebody), devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true } });
  await page.getByLabel("Name of the new passkey").fill("The front desk");
  await button(page, "Add a passkey").click();
  await page.getByRole("list", { name: "Passkeys" }).getByText("The front desk").waitFor();
  await button(page, "Add a passkey").click();
  await page.getByText("This device has a passkey for you already.").waitFor();
  await signOut(page);
  await button(page, "Continue with a passkey").click();
  await atToday(page);
  await page.getByText("June.").first().waitFor();

  await page.goto("/settings/account");
  await button(page, "Remove The front desk").click();
  await page.getByRole("list", { name: "Passkeys" }).waitFor({ state: "detached" });
  await signOut(page);
  await button(page, "Continue with a passkey").click();
  await page.getByText("The desk does not know this passkey.").waitFor();
  await page.goto(`${desk.url.replace("localhost", "127.0.0.1")}/sign-in`);
  await button(page, "Continue with a passkey").click();
  await page.getByText(/^Passkeys belong to the desk’s own address/).waitFor();
}, 60_000);

test("single sign-on lets in whom the provider vouches for and somebody invited, and turns a stranger away in words", async () => {
  const port = await freePort(), url = `http://localhost:${port}`, [maya, eve] = ["maya", "eve"].map((name) => ({ name, email: `${name}@example.com`, email_verified: true }));
  const provider = await identityProvider({ maya: maya!, eve: eve! }, url), other = await aDesk({ env: { PORT: String(port), PUBLIC_URL: url, ...provider.environment } });
  onTestFinished(() => end(other));
  const { link } = await other.owner.caller.invitations.create({ params: { practice: other.practice }, body: { email: maya!.email, role: "editor" } });
  const enter = async (page: Page, account: string): Promise<void> => {
    // The provider's page asks for its letters elsewhere.
    await page.route(({ hostname }) => !["localhost", "127.0.0.1"].includes(hostname), (route) => route.fulfill({ body: "" }));
    await button(page, "Use single sign-on").click();
    await page.waitForURL(`${provider.issuer}/**`);
    await page.locator("[name=login]").fill(account);
    await page.locator("[name=password]").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
  };
  const stranger = await aBrowser(url);
  await stranger.goto("/sign-in");
  await enter(stranger, "eve");
  await stranger.getByText("Single sign-on did not let you in.").waitFor();

  const page = await aBrowser(url);
  await page.goto(`/sign-in?then=${encodeURIComponent(new URL(link).pathname)}`);
  await enter(page, "maya");
  await page.waitForURL(link);
  await button(page, "Join the practice").click();
  await atToday(page);
  await page.getByText("maya.").first().waitFor();
}, 120_000);

async function end(one: ADesk): Promise<void> {
  await one.stop();
  removeDataDir(one.dataDir);
}
