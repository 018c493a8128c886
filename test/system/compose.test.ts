/** What Compose shows is what the desk holds: the pillar, the exception that was asked for, and words that were begun and not sent. In a real browser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ADesk, aDesk, aText } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

const SELLS = "Filler is 20% off this week. Book now and save $100 on every syringe.", STOPPED = "Win a free BOTOX treatment! Tag a friend to enter our raffle.", UNSENT = "Words that the desk never got.";

let browser: Browser, desk: ADesk;

beforeAll(async () => { [browser, desk] = await Promise.all([openBrowser(), aDesk()]); }, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

const sitSignedIn = (): Promise<Seat> => sitAs(desk.owner.caller, browser, desk.url);

const text = (page: Page) => page.getByRole("textbox", { name: "Text of the post" });
const show = (post: string) => desk.owner.caller.posts.show({ params: { practice: desk.practice, post } });
const made = async (words: string): Promise<string> => (await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "", content: aText(words) } })).id;

test("the pillar that is shown is the one that is kept, because the share of selling posts is counted by it", async () => {
  const { context, page } = await sitSignedIn(), post = await made("");
  await page.goto(`/compose/${post}`);
  await text(page).click();
  await page.keyboard.insertText(SELLS);
  await page.locator(".facts").getByText("Promotional").waitFor();
  await expect.poll(async () => (await show(post)).content, { timeout: 20_000 }).toMatchObject({ text: SELLS, pillar: "promotional", pillarReason: null });
  await context.close();
}, 60_000);

test("a draft that is stopped can ask a second person for an exception, and becomes a version for it", async () => {
  const { context, page } = await sitSignedIn(), post = await made(STOPPED);
  await page.goto(`/compose/${post}`);
  await page.getByRole("region", { name: "The gate" }).getByRole("button", { name: /^Fix/ }).click();
  await page.getByRole("button", { name: "Ask for an exception" }).click();
  await page.getByLabel("Why these words may stand").fill("It is the title of a published study.");
  await page.getByRole("button", { name: "Ask a second person" }).click();
  await expect.poll(async () => { const { version, overrides } = await show(post); return overrides.map((one) => one.version === version && one.granted === null); }, { timeout: 20_000 }).toEqual([true]);
  await context.close();
}, 60_000);

test("a free slot of the calendar never takes the place of what was begun and not sent, and that is sent when the desk is back", async () => {
  const { context, page } = await sitSignedIn(), creating = "**/api/practices/*/posts";
  await page.route(creating, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.goto("/compose");
  await text(page).click();
  await page.keyboard.insertText(UNSENT);
  await page.getByText("Kept in this browser; the desk cannot be reached").waitFor();
  await page.goto("/compose?at=2030-12-02T14:00:00.000Z");
  await text(page).waitFor();
  expect((await text(page).innerText()).trim()).toBe("");
  await page.goto("/compose");
  await text(page).getByText(UNSENT).waitFor();
  await page.unroute(creating);
  await page.waitForURL(/\/compose\/[0-9a-f-]{36}$/);
  await expect.poll(async () => (await show(page.url().split("/").at(-1)!)).content.text, { timeout: 20_000 }).toBe(UNSENT);
  await context.close();
}, 60_000);

test("no letter is lost between the plain field and the editor that takes over from it", async () => {
  const { context, page } = await sitSignedIn(), words = "The office is open on Saturday from nine to one. Bring a list of what you take, and come ten minutes early.";
  await page.route("**/assets/editor-*.js", async (route) => { await new Promise((wait) => setTimeout(wait, 1_000)); await route.continue(); });
  await page.goto("/compose");
  await text(page).click();
  expect(await page.locator(".writing textarea").count()).toBe(1);
  await page.keyboard.type(words, { delay: 20 });
  await page.locator(".writing .cm-content").waitFor();
  expect(await text(page).innerText()).toBe(words);
  await context.close();
}, 60_000);

test("two tabs that begin a post write two posts", async () => {
  const { context, page } = await sitSignedIn(), other = await context.newPage(), practice = `**/api/practices/${desk.practice}/posts`;
  await context.route(practice, (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  for (const [one, words] of [[page, "Written in the first tab."], [other, "Written in the second tab."]] as const) {
    await one.goto("/compose");
    await text(one).click();
    await one.keyboard.insertText(words);
    await one.getByText("Kept in this browser; the desk cannot be reached").waitFor();
  }
  await page.reload();
  await text(page).getByText("Written in the first tab.").waitFor();
  await other.reload();
  await text(other).getByText("Written in the second tab.").waitFor();
  await context.close();
}, 60_000);

test("in the bin a post is read, and nothing is asked of anyone until it is taken out", async () => {
  const { context, page } = await sitSignedIn(), post = await made("Sunscreen belongs on the ears, too."), gate = page.getByRole("region", { name: "The gate" });
  await desk.owner.caller.posts.remove({ params: { practice: desk.practice, post } });
  await page.goto(`/compose/${post}`);
  await gate.getByRole("button", { name: "Read only" }).waitFor();
  expect(await text(page).getAttribute("aria-readonly")).toBe("true");
  await page.getByRole("button", { name: "Take it out" }).click();
  await gate.getByRole("button", { name: "Choose a channel" }).waitFor();
  await context.close();
}, 60_000);
