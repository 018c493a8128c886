/** Settings in a real browser on a real desk: what is changed there is kept, says what follows from it, and is refused in words. */
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type ADesk, aDesk, aText, inHours, join, type Somebody } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { codeOf } from "./support/caller.ts";
import { removeDataDir } from "./support/running-desk.ts";

const LAWFUL = "Sunscreen works best when it goes on twenty minutes before you step outside.", AGAINST_THE_HOUSE = "Better than Gulfview, and closer to you.";

let desk: ADesk, browser: Browser, viewer: Somebody, receiver: Receiver, seat: Seat, page: Page;

beforeAll(async () => {
  [desk, browser, receiver] = await Promise.all([aDesk({ env: { ALLOW_PRIVATE_HOSTS: "yes" } }), openBrowser(), listen()]);
  viewer = await join(desk, "viewer", "Iris Kwan");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await receiver.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});
afterEach(async () => {
  await seat.context.close();
  expect(seat.complaints).toEqual([]);
});

async function open(section: string, who: Somebody = desk.owner): Promise<void> {
  seat = await sitAs(who.caller, browser, desk.url, { reducedMotion: "reduce" });
  page = seat.page;
  await page.goto(`/settings/${section}`);
  await page.locator(".settings-main h2").waitFor();
}

const button = (name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const field = (label: string) => page.getByLabel(label, { exact: true });
/** Once to begin, once to mean it. */
async function confirm(begins: string, does: string): Promise<void> {
  await button(begins).click();
  await page.getByRole("alertdialog").getByRole("button", { name: does }).click();
}
const ours = () => ({ practice: desk.practice });
const api = () => desk.owner.caller;
const practice = () => api().practices.show({ params: ours() });

test("what the practice says of itself is changed and kept, and the page asks before it is left with something unsaved", async () => {
  await open("practice");
  await field("City, as people know it").fill("St. Petersburg");
  await page.getByText("Not saved yet.").waitFor();
  await page.getByRole("link", { name: "Channels" }).click();
  const asks = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await asks.getByRole("button", { name: "Stay here" }).click();
  expect([new URL(page.url()).pathname, await field("City, as people know it").inputValue()]).toEqual(["/settings/practice", "St. Petersburg"]);
  await button("Save").click();
  await page.getByText(/^Saved\./).waitFor();
  expect((await practice()).place).toBe("St. Petersburg");

  await field("Medical director").fill("Somebody");
  await page.getByRole("link", { name: "Channels" }).click();
  await asks.getByRole("button", { name: "Leave" }).click();
  await page.getByRole("heading", { name: "Channels" }).waitFor();
  expect((await practice()).medicalDirector).toBe("");
}, 60_000);

test("whoever saves after somebody else chooses, and saving mine keeps what they changed in other fields", async () => {
  await open("practice");
  await field("Phone numbers").fill("813-555-0142\n813-555-0143");
  const { revision } = await practice();
  await api().practices.change({ params: ours(), body: { revision, medicalDirector: "Ruth Adeyemi, MD" } });
  await button("Save").click();
  await page.getByText("Someone else changed the practice in the meantime").waitFor();
  await button("Save mine over it").click();
  await page.getByText(/^Saved\./).waitFor();
  expect(await practice()).toMatchObject({ phones: ["813-555-0142", "813-555-0143"], medicalDirector: "Ruth Adeyemi, MD" });
  expect(await field("Medical director").inputValue()).toBe("Ruth Adeyemi, MD");
}, 60_000);

test("a licensed person is added with a board that ran out, changed, and taken off the list", async () => {
  await open("providers");
  await button("Add a licensed person").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Lena Hart");
  await dialog.getByLabel("Degree").fill("MD");
  await dialog.getByRole("button", { name: "Add a board" }).click();
  await dialog.getByLabel("Board, in full").fill("American Board of Dermatology");
  await dialog.getByRole("group", { name: "Runs out on" }).last().getByRole("spinbutton").first().click();
  await page.keyboard.type("01152020");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Lena Hart, MD").waitFor();
  await page.getByText("Ran out").waitFor();
  expect((await practice()).providers).toMatchObject([{ name: "Lena Hart", boards: [{ name: "American Board of Dermatology", expires: "2020-01-15" }] }]);

  await button("Change Lena Hart").click();
  await dialog.getByRole("button", { name: "Remove American Board of Dermatology" }).click();
  await dialog.getByLabel("Degree").fill("DO");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Lena Hart, DO").waitFor();
  expect((await practice()).providers).toMatchObject([{ degree: "DO", boards: [] }]);

  await confirm("Remove Lena Hart", "Take off");
  await page.getByText("No licensed person yet").waitFor();
  expect((await practice()).providers).toEqual([]);
}, 60_000);

test("a channel is added, paused and removed, and what was to go out there is held and says why", async () => {
  await open("channels");
  await button("Add a channel").click();
  await page.getByRole("dialog").getByLabel("Name of the account").fill("@harborderm");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText("@harborderm").waitFor();
  const channel = (await api().channels.list({ params: ours() })).find(({ name }) => name === "@harborderm")!, post = await scheduledOn(channel.id);
  const stands = async () => { const { state, heldWhy } = await api().posts.show({ params: { ...ours(), post } }); return [state, heldWhy]; };
  expect(await stands()).toEqual(["scheduled", null]);

  await button("Pause @harborderm").click();
  await page.getByText("Paused").waitFor();
  expect(await stands()).toEqual(["held", "channel-paused"]);
  await page.goto("/");
  await page.getByText("Held: its channel is paused").waitFor();

  await page.goto("/settings/channels");
  await button("Go on with @harborderm").click();
  await button("Pause @harborderm").waitFor();
  await confirm("Remove @harborderm", "Remove");
  await page.getByText("@harborderm").waitFor({ state: "detached" });
  expect(await stands()).toEqual(["held", "channel-removed"]);
  await page.goto("/");
  await page.getByText("Held: its channel was removed").waitFor();
}, 60_000);

async function scheduledOn(channel: string): Promise<string> {
  const { id: post, revision } = await api().posts.create({ params: ours(), body: { title: "Sunscreen", content: aText(LAWFUL, { channels: [channel] }), plannedFor: inHours(30) } });
  const { version } = await api().posts.submit({ params: { ...ours(), post }, body: { revision, askOf: null } });
  await api().posts.decide({ params: { ...ours(), post }, body: { version: version!, decision: "approved", note: "" } });
  return post;
}

test("a house rule with a mistake says the line; corrected and tried, it stops a text in Compose, until it is switched off", async () => {
  await open("house-rules");
  await button("Write a rule").click();
  await field("Name").fill("No neighbors");
  const rule = field("The rule"), yaml = (await rule.inputValue()).replace("severity: question", "severity: stop");
  await rule.fill(yaml.replace("match: phrase", "match: frase"));
  await button("Save the rule").click();
  await page.getByRole("alert").getByText(/Line 2, match/).waitFor();
  expect(await api().houseRules.list({ params: ours() })).toEqual([]);

  await rule.fill(yaml);
  await page.getByRole("alert").waitFor({ state: "detached" });
  const tryIt = page.getByRole("region", { name: "Try it" });
  await tryIt.getByLabel("Try it on a sentence").fill(AGAINST_THE_HOUSE);
  await tryIt.getByText("It speaks up").waitFor();
  await tryIt.getByText("All 6 of its own examples hold.").waitFor();
  expect(await tryIt.locator("mark").textContent()).toBe("Gulfview");
  await tryIt.getByLabel("Try it on a sentence").fill("The view of the gulf.");
  await tryIt.getByText("It stays silent").waitFor();
  await button("Save the rule").click();
  await page.getByText("In force").waitFor();

  await page.goto("/compose");
  await page.getByRole("textbox", { name: "Text of the post" }).click();
  await page.keyboard.insertText(AGAINST_THE_HOUSE);
  await page.getByText("“Gulfview” names another practice.").first().waitFor();
  await page.getByRole("region", { name: "The gate" }).getByText(/^Stop:/).first().waitFor();

  await page.goto("/settings/house-rules");
  await page.getByText("In force").click();
  await page.getByText("Off", { exact: true }).waitFor();
  await confirm("Remove No neighbors", "Remove");
  await page.getByText("No rule of your own yet").waitFor();
}, 90_000);

test("a key is shown once, does what its scope says in its own practice, and nothing once it is revoked", async () => {
  await open("keys");
  await field("What uses it").fill("The website");
  await button("Make the key").click();
  const secret = (await page.getByRole("status", { name: "Key" }).textContent())!, other = await api().practices.create({ body: { name: "Savannah Dental", states: ["GA"], specialty: "dentistry", place: "Savannah", timeZone: "America/New_York" } });
  const ask = async (path: string, init: RequestInit = {}) => (await fetch(`${desk.url}/api/practices/${path}`, { ...init, headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" } })).status;
  expect(await ask(`${desk.practice}/posts`)).toBe(200);
  expect(await ask(`${desk.practice}/posts`, { method: "POST", body: JSON.stringify({ title: "", content: aText(LAWFUL) }) })).toBe(403);
  expect(await ask(`${other.id}/posts`)).toBe(404);

  await page.reload();
  await page.getByText(/used .+ ago/).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
  await confirm("Revoke The website", "Revoke");
  await page.getByText("No key yet").waitFor();
  expect(await ask(`${desk.practice}/posts`)).toBe(401);
}, 60_000);

test("a webhook's secret is shown once, a test delivery arrives signed and is shown, and pausing and removing hold", async () => {
  await open("webhooks");
  const address = field("Address");
  await address.fill(receiver.url.replace("//", "//someone:password@"));
  await button("Add the webhook").click();
  await page.getByText("An address with a password in it is not called.").waitFor();
  await address.fill(receiver.url);
  await button("Add the webhook").click();
  const secret = (await page.getByRole("status", { name: "Secret" }).textContent())!;

  const row = page.getByRole("list", { name: "Webhooks" }).getByRole("listitem");
  await row.getByText("Deliveries").click();
  await row.getByText("Nothing was sent yet.").waitFor();
  await row.getByRole("button", { name: "Send a test" }).click();
  const { headers, body } = await receiver.next();
  expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", Buffer.from(secret.replace("whsec_", ""), "base64")).update(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`).digest("base64")}`);
  expect(JSON.parse(body)).toMatchObject({ data: { practice: desk.practice, test: true } });
  await row.getByRole("table").getByText("Delivered").waitFor();
  await row.getByText("Delivered").first().waitFor();

  await page.reload();
  expect(await page.getByText(secret).count()).toBe(0);
  await button(`Pause ${receiver.url}`).click();
  await row.getByText("Paused").waitFor();
  await confirm(`Remove ${receiver.url}`, "Remove");
  await page.getByText("No webhook yet").waitFor();
}, 60_000);

const READ_ONLY = ["practice", "providers", "position", "plan", "channels", "house-rules"], TOLD = { members: "An owner or compliance invites people.", keys: "Owners and compliance see the keys of the practice; owners make them.", webhooks: "Owners and compliance see where the desk sends word; owners decide it." };

test("a viewer reads Settings, is told who changes it, and is refused by the desk as well", async () => {
  await open("practice", viewer);
  for (const section of READ_ONLY) {
    await page.goto(`/settings/${section}`);
    await page.getByText("You can read this").waitFor();
    expect(await page.locator(".settings-main").getByRole("button", { name: /^(Save|Add|Change|Remove|Write|Pause)/ }).count(), section).toBe(0);
    expect(await page.locator(".settings-main :is(input, textarea):enabled:not([type=radio])").count(), section).toBe(0);
  }
  for (const [section, words] of Object.entries(TOLD)) {
    await page.goto(`/settings/${section}`);
    await page.getByText(words).waitFor();
  }
  expect(await page.getByRole("link", { name: "Write a post" }).count()).toBe(0);
  const { revision, name } = await practice(), params = ours();
  expect(await codeOf(viewer.caller.practices.change({ params, body: { revision, name: "Mine now" } }))).toBe("not-allowed");
  expect((await practice()).name).toBe(name);
}, 90_000);

test("the demo is loaded and removed from Settings, and leaves nothing", async () => {
  await open("demo");
  const before = (await api().me.show()).practices.length;
  await button("Load the demo practice").click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("heading", { level: 2, name: "Held" }).waitFor();
  const demo = (await api().me.show()).practices.find(({ isDemo }) => isDemo)!;
  expect((await api().posts.list({ params: { practice: demo.id }, query: {} })).list.length).toBeGreaterThan(10);

  await page.goto("/settings/demo");
  await confirm("Remove the demo", "Remove it");
  await page.waitForURL((url) => url.pathname === "/");
  await page.getByRole("button", { name: /Harbor Dermatology/ }).click();
  await page.getByRole("menuitem", { name: /Open another practice/ }).waitFor();
  expect(await page.getByText(demo.name).count()).toBe(0);
  expect((await api().me.show()).practices).toHaveLength(before);
  expect(await codeOf(api().posts.list({ params: { practice: demo.id }, query: {} }))).toBe("not-found");
  expect((await api().desk.show()).demo).toBeNull();
}, 90_000);

interface Received { headers: Record<string, string | string[] | undefined>; body: string }
interface Receiver { url: string; next(): Promise<Received>; close(): Promise<void> }

/** Somebody's own system, which takes whatever it is sent. */
async function listen(): Promise<Receiver> {
  const came: Received[] = [], waiting: ((one: Received) => void)[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    response.writeHead(204).end();
    const one = { headers: request.headers, body }, taker = waiting.shift();
    if (taker) taker(one); else came.push(one);
  });
  await new Promise<void>((done) => { server.listen(0, "127.0.0.1", done); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/word`,
    next: () => new Promise((take) => { const one = came.shift(); if (one) take(one); else waiting.push(take); }),
    close: () => { server.closeAllConnections(); return new Promise((done) => { server.close(() => done()); }); },
  };
}
