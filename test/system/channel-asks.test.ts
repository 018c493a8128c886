/** What the channels ask of a post, in a real browser: a warning that is checked, a board that has to be chosen, a number that Google would refuse. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { googleApp } from "../../packages/server/test-support/stand-ins/google.ts";
import { googleBusinessStandIn } from "../../packages/server/test-support/stand-ins/google-business.ts";
import { mastodonStandIn } from "../../packages/server/test-support/stand-ins/mastodon.ts";
import { pinterestFixture, pinterestStandIn } from "../../packages/server/test-support/stand-ins/pinterest.ts";
import { type OpenStandIns, openStandIns } from "../../packages/server/test-support/stand-ins/stand-in.ts";
import { type ADesk, aDesk } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

let standIns: OpenStandIns, desk: ADesk, browser: Browser, seat: Seat, page: Page;

beforeAll(async () => {
  standIns = await openStandIns([mastodonStandIn, pinterestStandIn, googleBusinessStandIn]);
  [desk, browser] = await Promise.all([aDesk({ env: { ALLOW_PRIVATE_HOSTS: "yes", STAND_INS: standIns.address } }), openBrowser()]);
  seat = await sitAs(desk.owner.caller, browser, desk.url, { reducedMotion: "reduce" });
  page = seat.page;
  await connectAll();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await standIns.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
  expect(seat.complaints).toEqual([]);
});

async function connectAll(): Promise<void> {
  const { connections } = desk.owner.caller, params = { practice: desk.practice };
  await connections.setApp({ params: { ...params, network: "google-business" }, body: googleApp });
  await connections.setApp({ params: { ...params, network: "pinterest" }, body: { clientId: pinterestFixture.app.clientId, clientSecret: pinterestFixture.app.clientSecret! } });
  await page.goto("/settings/connections/mastodon");
  await page.getByLabel("Server").fill(standIns.address);
  await page.getByRole("button", { name: "Sign in at Mastodon" }).click();
  await page.getByRole("article", { name: /, Mastodon$/ }).waitFor();
  await page.goto("/settings/connections/pinterest");
  await page.getByRole("button", { name: "Sign in at Pinterest" }).click();
  await page.getByRole("article", { name: /, Pinterest$/ }).waitFor();
  await page.goto("/settings/connections/google-business");
  await page.getByRole("button", { name: "Sign in at Google Business" }).click();
  await page.getByText("Juniper Skin, Main Street", { exact: true }).first().click();
  await page.getByRole("button", { name: /^Connect (it|this)/ }).click();
  await page.waitForURL("**/settings/connections");
}

const gate = () => page.getByRole("region", { name: "The gate" });
const asks = (name: RegExp) => page.getByRole("region", { name });
const only = async (network: string): Promise<void> => {
  const { id } = (await desk.owner.caller.channels.list({ params: { practice: desk.practice } })).find((one) => one.network === network)!;
  const at = new Date(Date.now() + 3 * 86_400_000).toISOString(), { content } = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "" } }).then(({ content: blank }) => ({ content: { ...blank, channels: [id], text: "Wear sunscreen on cloudy days too." } }));
  const made = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "", content, plannedFor: at } });
  await page.goto(`/compose/${made.id}`);
  await page.getByRole("textbox", { name: "Text of the post" }).waitFor();
};

test("a content warning is judged while one types it, says where it stands, and stops the post", async () => {
  await only("mastodon");
  await page.getByText("What the channels ask").click();
  await page.getByLabel("Content warning").fill("From the best dermatologist in Virginia");
  await page.getByText(/in the content warning/i).first().waitFor();
  await gate().getByText(/^(Stop|Question):/).waitFor();
  await page.getByLabel("Content warning").fill("Sun and skin");
  await gate().getByText("Clear", { exact: true }).waitFor();
});

test("a board has to be chosen before the gate opens, and a picture is missing, which the button says and leads to", async () => {
  await only("pinterest");
  await gate().getByRole("button", { name: "Choose a board" }).click();
  const part = asks(/./).filter({ has: page.getByText("Board", { exact: true }) });
  await part.getByText("Pinterest has no post without a picture. Take it off this post, or add one.").waitFor();
  await part.getByRole("button", { name: /Board/ }).click();
  await page.getByRole("option").first().click();
  await gate().getByRole("button", { name: "Pinterest asks" }).waitFor();
});

test("a telephone number stops the post for Google until it is taken out, on the page and at the desk", async () => {
  await only("google-business");
  await page.getByRole("textbox", { name: "Text of the post" }).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" Call (757) 555-0142.");
  await gate().getByRole("button", { name: "Google Business asks" }).click();
  await page.getByText(/Google rejects posts with a telephone number/).waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
});
