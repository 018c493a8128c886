/** One command, and a practice can write a post, see why it may not go out, fix it, have it approved and see it on the calendar. In a real browser. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { type ADesk, aDesk, aText, inHours, join, PASSWORD, type Somebody } from "./support/a-desk.ts";
import { DESKTOP, openBrowser, PHONE, type Seat, sitAs, sitDown } from "./support/browser.ts";
import { makeDataDir, removeDataDir, startDesk } from "./support/running-desk.ts";

const FORBIDDEN = "Win a free BOTOX treatment! Tag a friend to enter our raffle.", LAWFUL = "Sunscreen works best when it goes on twenty minutes before you step outside.";

let browser: Browser, desk: ADesk;

beforeAll(async () => {
  [browser, desk] = await Promise.all([openBrowser(), aDesk()]);
  await desk.owner.caller.channels.add({ params: { practice: desk.practice }, body: { network: "facebook", name: "Harbor Dermatology", url: null } });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

async function signIn(page: Page, { email }: Pick<Somebody, "email">): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
}

const text = (page: Page) => page.getByRole("textbox", { name: "Text of the post" });
const gate = (page: Page) => page.getByRole("region", { name: "The gate" });

async function write(page: Page, words: string): Promise<void> {
  await text(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(words);
}

async function chooseTime(page: Page): Promise<void> {
  await gate(page).getByRole("button", { name: "Choose a time" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Choose this time" }).click();
}

test("set up, write, be stopped, fix it, have it approved, and find it on the calendar", async () => {
  // A desk is set up once, so each try has its own.
  const fresh = await startDesk({ dataDir: makeDataDir() });
  onTestFinished(async () => { await fresh.stop(); removeDataDir(fresh.dataDir); });
  const { context, page, complaints } = await sitDown(browser, fresh.url);
  await page.goto("/");
  await page.waitForURL("**/set-up");
  await page.getByLabel("Your name").fill("Ruth Adeyemi");
  await page.getByLabel(/E-mail/).fill("ruth@example.com");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("The practice").fill("Seapine Dermatology");
  await page.getByRole("button", { name: /Specialty/ }).click();
  await page.getByRole("option", { name: "Dermatology" }).click();
  await page.getByRole("button", { name: "Next: place" }).click();
  await page.getByRole("button", { name: /(^|, )Virginia,/ }).click();
  await page.getByLabel("City, as people know it").fill("Norfolk, VA");
  await page.getByRole("button", { name: "Next: people" }).click();
  await page.getByRole("button", { name: "Next: first channel" }).click();
  await page.getByRole("button", { name: "Add Facebook" }).click();
  await page.getByText("Added").waitFor();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("link", { name: "Write the first post" }).click();

  await write(page, FORBIDDEN);
  await gate(page).getByText(/^(Stop|Question):/).first().waitFor();
  expect(await page.getByRole("button", { name: /^Schedule|^Ask/ }).count()).toBe(0);

  await write(page, LAWFUL);
  await gate(page).getByText("Clear", { exact: true }).first().waitFor();
  await chooseTime(page);
  await gate(page).getByRole("button", { name: "Ask Ruth to approve" }).click();
  await gate(page).getByRole("button", { name: "Approve" }).click();
  await gate(page).getByText("Ruth Adeyemi approved").waitFor();
  await gate(page).getByRole("button", { name: "Change the time" }).waitFor();

  await page.goto("/calendar?view=list");
  await page.getByText("Sunscreen works best").first().waitFor();
  await page.goto("/record");
  for (const sentence of [/approved/i, /asked for approval/i]) await page.getByText(sentence).first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
}, 120_000);

test("another person signs in, and sees and does what the role allows", async () => {
  const author = await join(desk, "contributor", "Theo Lindqvist"), viewer = await join(desk, "viewer", "Iris Kwan");
  const { context, page } = await sitDown(browser, desk.url);
  await signIn(page, author);
  await page.goto("/compose");
  await write(page, LAWFUL);
  await chooseTime(page);
  await gate(page).getByRole("button", { name: "Ask Ada to approve" }).click();
  await gate(page).getByText("Ada Owner is asked").waitFor();
  expect(await gate(page).getByRole("button", { name: "Approve" }).count()).toBe(0);
  const address = page.url();
  await context.close();

  const other = await sitDown(browser, desk.url);
  await signIn(other.page, viewer);
  await other.page.goto(address);
  await text(other.page).waitFor();
  expect(await text(other.page).isEditable()).toBe(false);
  await other.context.close();
}, 120_000);

test("a wrong password is told in one sentence, and lets nobody in", async () => {
  const { context, page } = await sitDown(browser, desk.url);
  await page.goto("/calendar");
  await page.waitForURL("**/sign-in?then=*");
  await page.getByLabel("E-mail").fill(desk.owner.email);
  await page.getByLabel("Password", { exact: true }).fill("not the pass phrase");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText("The address and the password do not belong together.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/calendar");
  await context.close();
}, 60_000);

/** A browser that is signed in already. */
const atTheDesk = (options: Parameters<typeof sitDown>[2] = {}): Promise<Seat> => sitAs(desk.owner.caller, browser, desk.url, options);

test("what is written while the desk cannot be reached survives closing the tab, and is sent when it is back", async () => {
  const { context, page } = await atTheDesk();
  const post = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "Offline", content: aText("Before.") } });
  await page.goto(`/compose/${post.id}`);
  await text(page).waitFor();
  await page.getByText(/^Saved/).waitFor();
  await context.route("**/api/practices/**", (route) => route.request().method() === "PUT" ? route.abort() : route.fallback());
  await write(page, "Written on the train, without a line to the desk.");
  await page.getByText(/Kept in this browser/).waitFor();
  await page.close();
  expect((await desk.owner.caller.posts.show({ params: { practice: desk.practice, post: post.id } })).content.text).toBe("Before.");

  await context.unroute("**/api/practices/**");
  const again = await context.newPage();
  await again.goto(`/compose/${post.id}`);
  await again.getByText("Written on the train").first().waitFor();
  await expect.poll(async () => (await desk.owner.caller.posts.show({ params: { practice: desk.practice, post: post.id } })).content.text, { timeout: 15_000 }).toBe("Written on the train, without a line to the desk.");
  await context.close();
}, 90_000);

test("two who write at once are asked which text stays, and neither is lost", async () => {
  const { context, page } = await atTheDesk();
  const post = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "Two hands", content: aText("Before.") } });
  await page.goto(`/compose/${post.id}`);
  await page.getByText(/^Saved/).waitFor();
  await desk.owner.caller.posts.save({ params: { practice: desk.practice, post: post.id }, body: { revision: post.revision, title: "Two hands", content: aText("Theirs."), plannedFor: null } });
  await write(page, "Mine.");
  const dialog = page.getByRole("alertdialog", { name: "This draft was changed elsewhere" });
  await dialog.getByText("Theirs.").waitFor();
  await dialog.getByRole("button", { name: "Keep mine" }).click();
  await expect.poll(async () => (await desk.owner.caller.posts.show({ params: { practice: desk.practice, post: post.id } })).content.text).toBe("Mine.");
  await context.close();
}, 60_000);

test("with the keyboard alone: find Compose, write, go through the notes, take a fix", async () => {
  const { context, page } = await atTheDesk({ viewport: DESKTOP });
  await page.goto("/");
  await page.locator("h1").first().waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("compose");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/compose");
  await text(page).focus();
  await page.keyboard.insertText("Our results are 100% guaranteed. We open at nine on Monday.");
  await gate(page).getByText(/^(Stop|Question):/).first().waitFor();
  await page.keyboard.press("F8");
  await page.getByRole("article").getByText("Why").first().waitFor();
  await page.keyboard.press("Alt+Enter");
  await gate(page).getByText("Clear", { exact: true }).first().waitFor();
  expect(await text(page).textContent()).toBe("We open at nine on Monday.");
  await context.close();
}, 60_000);

test("on a phone the verdict and the next step are always in sight", async () => {
  const { context, page } = await atTheDesk({ viewport: PHONE, hasTouch: true, isMobile: true, colorScheme: "dark" });
  await page.goto("/compose");
  await text(page).waitFor();
  await write(page, FORBIDDEN);
  const verdict = gate(page).getByText(/^(Stop|Question):/).first();
  await verdict.waitFor();
  const box = (await verdict.boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
  expect(box.y).toBeGreaterThan(PHONE.height / 2);
  await context.close();
}, 60_000);

test("a post that was held by a change of the calendar says so where it is planned", async () => {
  const { caller: api } = desk.owner, params = { practice: desk.practice }, [channel] = await api.channels.list({ params });
  const post = await api.posts.create({ params, body: { title: "Held by an edit", content: aText(LAWFUL, { channels: [channel!.id] }), plannedFor: inHours(30) } });
  const { version } = await api.posts.submit({ params: { ...params, post: post.id }, body: { revision: post.revision, askOf: null } });
  const approved = await api.posts.decide({ params: { ...params, post: post.id }, body: { version: version!, decision: "approved", note: "" } });
  expect(approved.state).toBe("scheduled");
  await api.posts.save({ params: { ...params, post: post.id }, body: { revision: approved.revision, title: "Held by an edit", content: aText(`${LAWFUL} And again at noon.`, { channels: [channel!.id] }), plannedFor: approved.plannedFor } });
  const { context, page } = await atTheDesk();
  await page.goto("/calendar?view=list");
  await page.getByText("Held by an edit").first().waitFor();
  const after = await api.posts.show({ params: { ...params, post: post.id } });
  expect([after.version, after.approvals[0]?.lapsedWhy, after.publications[0]?.state]).toEqual([null, "edited", "held"]);
  await context.close();
}, 60_000);
