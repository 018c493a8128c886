/** What the channels ask of a post, in a real browser: a warning that is checked, a board that has to be chosen, a number that Google would refuse. */
import type { Channel } from "@chaperone/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { googleApp } from "../../packages/server/test-support/stand-ins/google.ts";
import { googleBusinessStandIn } from "../../packages/server/test-support/stand-ins/google-business.ts";
import { mastodonStandIn } from "../../packages/server/test-support/stand-ins/mastodon.ts";
import { pinterestFixture, pinterestStandIn } from "../../packages/server/test-support/stand-ins/pinterest.ts";
import { aText } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { aDeskOnNetworks, connect, type DeskOnNetworks } from "./support/desk-on-networks.ts";

let on: DeskOnNetworks, browser: Browser, seat: Seat, page: Page, channels: Channel[];

beforeAll(async () => {
  [on, browser] = await Promise.all([aDeskOnNetworks([mastodonStandIn, pinterestStandIn, googleBusinessStandIn]), openBrowser()]);
  const { practice } = on.desk;
  channels = (await Promise.all([connect(on, practice, "mastodon", { host: on.standIns.address }), connect(on, practice, "pinterest", { app: pinterestFixture.app }), connect(on, practice, "google-business", { app: googleApp })])).map(([first]) => first!.channel);
  seat = await sitAs(on.desk.owner.caller, browser, on.desk.url, { reducedMotion: "reduce" });
  page = seat.page;
}, 180_000);
afterAll(async () => {
  await browser.close();
  await on.close();
  expect(seat.complaints).toEqual([]);
});

const gate = () => page.getByRole("region", { name: "The gate" });
const asks = (name: RegExp) => page.getByRole("region", { name });
/** A post that goes to this network alone, open in Compose. */
async function only(network: Channel["network"]): Promise<void> {
  const { desk: { owner, practice } } = on, plannedFor = new Date(Date.now() + 3 * 86_400_000).toISOString(), channel = channels.find((one) => one.network === network)!;
  const { id } = await owner.caller.posts.create({ params: { practice }, body: { title: "", content: aText("Wear sunscreen on cloudy days too.", { channels: [channel.id] }), plannedFor } });
  await page.goto(`/compose/${id}`);
  await page.getByRole("textbox", { name: "Text of the post" }).waitFor();
}

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
  const post = page.url().split("/").at(-1)!, params = { practice: on.desk.practice, post }, { posts } = on.desk.owner.caller;
  await expect.poll(async () => (await posts.show({ params })).content.text, { timeout: 20_000 }).toContain("555-0142");
  await expect(posts.submit({ params, body: { revision: (await posts.show({ params })).revision, askOf: null } })).rejects.toMatchObject({ code: "invalid-request" });
  await page.getByRole("textbox", { name: "Text of the post" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("Wear sunscreen on cloudy days too. Use the button to call.");
  await gate().getByRole("button", { name: "Ask Ada to approve" }).waitFor();
});

test("the answers that are made usual are there when the next post begins, and can be undone", async () => {
  await only("mastodon");
  await page.getByText("What the channels ask").click();
  await page.getByRole("button", { name: /Who sees it/ }).click();
  await page.getByRole("option", { name: "Followers only" }).click();
  await page.getByRole("button", { name: /^Begin new posts with these answers/ }).click();
  await page.getByText("New posts begin with these answers.").waitFor();

  await page.goto("/compose");
  await page.getByRole("textbox", { name: "Text of the post" }).waitFor();
  // Pinterest waits for its board, so that the part stands open.
  await page.getByRole("button", { name: /Who sees it/ }).filter({ hasText: "Followers only" }).waitFor();
  await page.getByRole("button", { name: /Who sees it/ }).click();
  await page.getByRole("option", { name: "Everyone", exact: true }).click();
  await page.getByRole("button", { name: /^Begin new posts with these answers/ }).click();
  await page.getByText("New posts begin with these answers.").waitFor();
});
