/** Connecting in a real browser on a real desk, with stand-ins in the networks' place: the steps, the app, the way there and back, several accounts, and what goes wrong. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { googleApp } from "../../packages/server/test-support/stand-ins/google.ts";
import { googleBusinessStandIn } from "../../packages/server/test-support/stand-ins/google-business.ts";
import { instagram, instagramByFacebookFixture, instagramFixture, instagramRedirects } from "../../packages/server/test-support/stand-ins/instagram.ts";
import { linkedinFixture, linkedinStandIn } from "../../packages/server/test-support/stand-ins/linkedin.ts";
import { mastodonStandIn } from "../../packages/server/test-support/stand-ins/mastodon.ts";
import { type OpenStandIns, openStandIns } from "../../packages/server/test-support/stand-ins/stand-in.ts";
import { xStandIn } from "../../packages/server/test-support/stand-ins/x.ts";
import { type ADesk, aDesk, join, type Somebody } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

let standIns: OpenStandIns, desk: ADesk, browser: Browser, viewer: Somebody, seat: Seat, page: Page;

beforeAll(async () => {
  standIns = await openStandIns([mastodonStandIn, xStandIn(), googleBusinessStandIn, linkedinStandIn(), instagram]);
  [desk, browser] = await Promise.all([aDesk({ env: { ALLOW_PRIVATE_HOSTS: "yes", STAND_INS: standIns.address } }), openBrowser()]);
  instagramRedirects.push(`${desk.url}/connect`);
  viewer = await join(desk, "viewer", "Iris Kwan");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await standIns.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

async function open(path = "/settings/connections", who = desk.owner): Promise<void> {
  seat = await sitAs(who.caller, browser, desk.url, { reducedMotion: "reduce" });
  page = seat.page;
  await page.goto(path);
}
beforeEach(() => { standIns.forget(); });
afterEach(async () => {
  await seat.context.close();
  expect(seat.complaints).toEqual([]);
});

const card = (name: string | RegExp) => page.getByRole("article", { name });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const connections = async () => (await desk.owner.caller.connections.list({ params: { practice: desk.practice } })).connections;
const path = (): string => new URL(page.url()).pathname;

test("an empty page says what to do first, and each network opens with its steps and with what is good to know before", async () => {
  await open();
  await page.getByRole("heading", { name: "No channel yet" }).waitFor();
  // The desk chose its port itself, and says the one that it listens on.
  await page.getByRole("region", { name: "Pictures" }).getByText(desk.url, { exact: true }).waitFor();
  expect(await page.getByRole("region", { name: "Silence" }).count()).toBe(0);
  await page.getByRole("link", { name: /^X/ }).click();
  await page.getByText(/X charges for each post/).waitFor();
  expect(await page.getByText(`${desk.url}/connect`, { exact: true }).count()).toBe(1);
  expect(await button("Sign in at X").isDisabled()).toBe(true);
});

test("a network with an app of its own: the app is entered once, its secret is never shown again, and one comes back connected", async () => {
  await open("/settings/connections/x");
  await page.getByLabel("Id of the app").fill("x-app");
  await page.getByLabel("Secret of the app").fill("x-secret_1");
  await button("Keep the app").click();
  await page.getByText("Its secret is sealed.").waitFor();
  expect(await page.content()).not.toContain("x-secret_1");
  await button("Sign in at X").click();
  await page.waitForURL("**/settings/connections");
  await page.getByRole("status").getByText(/is connected\.$/).waitFor();
  await card(/, X$/).getByText("Connected", { exact: true }).waitFor();
  expect((await connections()).find(({ channel }) => channel.network === "x")).toMatchObject({ state: "connected", channel: { network: "x", connected: true } });
});

test("a server that one names: the desk makes itself known there, and signing in again makes no second channel", async () => {
  await open("/settings/connections/mastodon");
  await page.getByLabel("Server").fill(standIns.address);
  await button("Sign in at Mastodon").click();
  await card(/, Mastodon$/).getByText("Connected", { exact: true }).waitFor();
  await card(/, Mastodon$/).getByRole("button", { name: /^Sign in again/ }).click();
  await page.waitForURL("**/connect?**").catch(() => undefined);
  await page.waitForURL("**/settings/connections");
  await card(/, Mastodon$/).waitFor();
  expect((await connections()).filter(({ channel }) => channel.network === "mastodon")).toHaveLength(1);
});

test("a sign-in that opens several accounts asks which, and a card says what is missing, why, and what to do", async () => {
  await desk.owner.caller.connections.setApp({ params: { practice: desk.practice, network: "google-business" }, body: googleApp });
  await open("/settings/connections/google-business");
  await button("Sign in at Google Business").click();
  await page.getByRole("heading", { name: "Which accounts?" }).waitFor();
  for (const name of ["Juniper Skin, Main Street", "Juniper Skin, Riverside"]) await page.getByText(name, { exact: true }).first().click();
  await button("Connect these 2").click();
  await page.waitForURL("**/settings/connections");
  await card(/Main Street, Google Business$/).getByRole("list", { name: "May do today" }).getByText("Post", { exact: true }).waitFor();
  await card(/Riverside, Google Business$/).getByRole("list", { name: "Missing" }).first().waitFor();
});

const way = (label: RegExp) => page.getByRole("radio", { name: label }).check({ force: true });

test("LinkedIn is connected as the practice's page once that way is chosen: its steps are others, and the page is among the accounts", async () => {
  await desk.owner.caller.connections.setApp({ params: { practice: desk.practice, network: "linkedin" }, body: { ...linkedinFixture.app, host: "pages" } });
  await open("/settings/connections/linkedin");
  await page.getByText(/Share on LinkedIn/).waitFor();
  expect(await button("Sign in at LinkedIn").isDisabled()).toBe(true);
  await way(/^As the practice’s page/);
  await page.getByText(/Community Management API/).first().waitFor();
  expect(await page.getByText(/Share on LinkedIn/).count()).toBe(0);
  await button("Sign in at LinkedIn").click();
  await page.getByRole("heading", { name: "Which accounts?" }).waitFor();
  await page.getByRole("checkbox", { name: /^Seapine Dermatology/ }).check({ force: true });
  await button("Connect it").click();
  await card("Seapine Dermatology, LinkedIn").getByRole("list", { name: "May do today" }).getByText("Read comments and reviews").waitFor();
  expect((await connections()).find(({ channel }) => channel.network === "linkedin")?.account?.way).toBe("pages");
});

test("Instagram is connected by its own sign-in or through the Facebook page, and signing in again takes the same way", async () => {
  const { practice, owner: { caller: api } } = desk, app = (of: typeof instagramFixture.app, host: string | null) => api.connections.setApp({ params: { practice, network: "instagram" }, body: { ...of, host } });
  await app(instagramFixture.app, null);
  await open("/settings/connections/instagram");
  expect(await page.getByRole("radio", { name: /^Instagram’s own sign-in/ }).isChecked()).toBe(true);
  await button("Sign in at Instagram").click();
  await card("Seapine Medical Spa, Instagram").getByText("Connected", { exact: true }).waitFor();
  expect((await connections()).find(({ channel }) => channel.network === "instagram")?.account?.way).toBeNull();

  await app(instagramByFacebookFixture.app, "https://www.facebook.com");
  await page.goto("/settings/connections/instagram");
  await way(/^Through the Facebook page/);
  await page.getByText(/Facebook Login for Business/).waitFor();
  await button("Sign in at Instagram").click();
  await page.waitForURL("**/settings/connections");
  await card("Seapine Medical Spa, Instagram").waitFor();
  const byFacebook = async () => (await connections()).filter(({ channel }) => channel.network === "instagram").map(({ account, scopes }) => [account?.way, scopes.includes("pages_show_list")]);
  expect(await byFacebook()).toEqual([["https://www.facebook.com", true]]);
  await card("Seapine Medical Spa, Instagram").getByRole("button", { name: /^Sign in again/ }).click();
  await page.getByRole("status").getByText("Seapine Medical Spa is connected.").waitFor();
  expect(await byFacebook()).toEqual([["https://www.facebook.com", true]]);
});

test("a network that lets the desk in no more says so at the test, and the card asks for a new sign-in", async () => {
  standIns.fail({ on: "describe", kind: "revoked-token", network: "x", times: 5 });
  await open();
  await card(/, X$/).getByRole("button", { name: /^Test/ }).click();
  await card(/, X$/).getByRole("alert").waitFor();
});

test("a sign-in that was refused there, or used before, says so in one sentence and with the way on", async () => {
  await open("/connect?error=access_denied&error_description=The+user+said+no&state=abc");
  await page.getByRole("heading", { name: "The sign-in was not allowed" }).waitFor();
  expect(await page.getByText("The user said no").count()).toBe(0);
  await page.getByRole("link", { name: "To the connections" }).click();
  expect(path()).toBe("/settings/connections");
  await page.goto(`/connect?state=${"a".repeat(43)}&code=used-already`);
  await page.getByRole("heading", { name: /used or has run out/ }).waitFor();
  await page.getByText("Begin again on the Connections page.").waitFor();
});

test("a channel is paused and goes on, and disconnecting it is asked about and leaves it to be posted by hand", async () => {
  await open();
  const x = card(/, X$/);
  await x.getByRole("button", { name: /^Pause/ }).click();
  await x.getByText("Paused", { exact: true }).waitFor();
  await x.getByRole("button", { name: /^Go on/ }).click();
  await x.getByText("Paused", { exact: true }).waitFor({ state: "hidden" });
  await x.getByRole("button", { name: /^Disconnect/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Disconnect" }).click();
  await x.getByText("Posted by hand", { exact: true }).waitFor();
  await x.getByRole("link", { name: /^Connect/ }).click();
  await page.getByRole("heading", { name: /^Sign .* in to X$/ }).waitFor();
});

test("silence has a reason, says who and since when, and ends with the same switch", async () => {
  await open();
  await page.locator(".switch", { hasText: "Silence" }).click();
  await page.getByLabel("Why").fill("A recall of one of our products.");
  await button("Be silent").click();
  await page.getByText(/^Silent since .*, by Ada Owner$/).waitFor();
  await page.getByText(/A recall of one of our products\./).waitFor();
  await page.locator(".switch", { hasText: "Silence" }).click();
  await page.getByText(/^Silent since/).waitFor({ state: "hidden" });
});

test("who may only read sees how the channels stand and no button that changes them", async () => {
  await open("/settings/connections", viewer);
  await card(/, Mastodon$/).waitFor();
  expect(await page.locator(".settings-main").getByRole("button", { name: /Test|Pause|Disconnect|Sign in again/ }).count()).toBe(0);
  await page.goto("/settings/connections/x");
  await page.getByRole("heading", { name: "An owner or compliance connects" }).waitFor();
});
