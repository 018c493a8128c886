/** The whole way of a post, on a real desk, in a real browser, to a real personal data server of Bluesky: connected, written, agreed on, out, read there, taken down. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BlueskyServer, startBluesky } from "../../packages/server/test-support/bluesky-server.ts";
import { type ADesk, aDesk, join, type Somebody } from "./support/a-desk.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

const WORDS = "Sunscreen works best when it goes on twenty minutes before you step outside.";
/** Long enough to write and to agree, short enough to wait for. */
const AHEAD_MS = 30_000, PATIENCE_MS = 90_000;

let desk: ADesk, browser: Browser, bluesky: BlueskyServer, editor: Somebody;

beforeAll(async () => {
  [desk, browser, bluesky] = await Promise.all([aDesk({ env: { ALLOW_PRIVATE_HOSTS: "yes" } }), openBrowser(), startBluesky()]);
  editor = await join(desk, "editor", "Jonah Pell");
}, 180_000);
afterAll(async () => {
  await browser.close();
  await bluesky.stop();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

const sit = ({ caller }: Somebody): Promise<Seat> => sitAs(caller, browser, desk.url, { reducedMotion: "reduce" });
const gate = (page: Page) => page.getByRole("region", { name: "The gate" });
const card = (page: Page) => page.getByRole("article", { name: /Bluesky$/ });
const part = (page: Page) => page.getByRole("region", { name: /Bluesky$/ });

/** What anybody reads there. */
async function livePosts(): Promise<string[]> {
  const answer = await fetch(`${bluesky.address}/xrpc/com.atproto.repo.listRecords?repo=${bluesky.did}&collection=app.bsky.feed.post`);
  return (await answer.json() as { records: { value: { text: string } }[] }).records.map(({ value }) => value.text);
}

test("a post goes to Bluesky by itself, is read back as it was approved, and is gone after it was taken down", { timeout: 240_000 }, async () => {
  const owner = await sit(desk.owner), { page } = owner;
  await page.goto("/settings/connections");
  await page.getByRole("link", { name: /Bluesky/ }).click();
  await page.getByText(/Never enter the account’s own password/).waitFor();
  const form = page.getByRole("form", { name: "Sign in" });
  await form.getByLabel("Handle").fill(bluesky.handle);
  await form.getByLabel("App password").fill("not-the-pass-word");
  await form.getByLabel("Server").fill(bluesky.address);
  await form.getByRole("button", { name: "Connect Bluesky" }).click();
  await page.getByText("The handle or the app password is not right.").first().waitFor();
  await form.getByLabel("App password").fill(bluesky.password);
  await form.getByRole("button", { name: "Connect Bluesky" }).click();
  await card(page).getByText("Connected", { exact: true }).waitFor();
  await card(page).getByRole("list", { name: "May do today" }).getByText("Post", { exact: true }).waitFor();

  const writer = await sit(editor), at = new Date(Date.now() + AHEAD_MS).toISOString();
  await writer.page.goto(`/compose?at=${at}`);
  await writer.page.getByRole("textbox", { name: "Text of the post" }).click();
  await writer.page.keyboard.insertText(WORDS);
  await gate(writer.page).getByRole("button", { name: "Ask Ada to approve" }).click();
  await gate(writer.page).getByRole("button", { name: "Remind Ada" }).waitFor();
  const post = new URL(writer.page.url()).pathname.split("/").at(-1)!;

  await page.goto(`/compose/${post}`);
  await gate(page).getByRole("button", { name: "Approve" }).click();
  await gate(page).getByRole("button", { name: "Change the time" }).waitFor();
  expect(await livePosts()).toEqual([]);

  await page.goto(`/posts/${post}`);
  await part(page).getByText(/^(Planned|Getting ready|Going out)$/).waitFor();
  await part(page).getByText("Out", { exact: true }).waitFor({ timeout: PATIENCE_MS });
  expect(await livePosts()).toEqual([WORDS]);
  expect(await part(page).getByRole("link", { name: "See it there" }).getAttribute("href")).toContain(bluesky.did);
  await part(page).getByRole("button", { name: /^Read it there/ }).click();
  await part(page).getByText("It reads as it was approved.").waitFor();
  await part(page).getByText("What was tried").click();
  await part(page).getByText("Send: it is out.").waitFor();

  await part(page).getByRole("button", { name: /^Take down/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take it down" }).click();
  await part(page).getByText("Taken down", { exact: true }).waitFor();
  expect(await livePosts()).toEqual([]);

  await page.goto(`/record?post=${post}`);
  for (const told of [/went out\.$/, /was taken down from the network\.$/]) await page.getByText(told).first().waitFor();
  for (const { context, complaints } of [owner, writer]) { await context.close(); expect(complaints).toEqual([]); }
});
