/** What goes wrong on the way out, in a real browser on a real desk, with a Mastodon server's stand-in that is told to fail: the page says what happened and what to do, and the ways on work. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { aDeskOnNetworks, connect, type DeskOnNetworks, publicationsOf, send, until } from "./support/desk-on-networks.ts";

let on: DeskOnNetworks, browser: Browser, channel: string, seat: Seat, page: Page;

beforeAll(async () => {
  [on, browser] = await Promise.all([aDeskOnNetworks(), openBrowser()]);
  const [connected] = await connect(on, on.desk.practice, "mastodon", { host: on.standIns.address });
  channel = connected!.channel.id;
}, 180_000);
afterAll(async () => { await browser.close(); await on.close(); });
beforeEach(() => { on.standIns.forget(); });
afterEach(async () => {
  await seat.context.close();
  expect(seat.complaints).toEqual([]);
});

async function open(path: string): Promise<void> {
  seat = await sitAs(on.desk.owner.caller, browser, on.desk.url, { reducedMotion: "reduce" });
  page = seat.page;
  await page.goto(path);
}

const part = () => page.getByRole("region", { name: /, Mastodon$/ });
const press = (name: string) => part().getByRole("button", { name: new RegExp(`^${name}`) }).click();
const standing = (word: string) => part().locator(".pill").getByText(word, { exact: true });
/** What anybody reads there. */
const outThere = (): string[] => on.standIns.world.effects.filter(({ isRemoved }) => !isRemoved).map(({ text }) => text);

/** The line is cut in the middle of the call, and until `forget` the server does not say what it has. */
async function sendIntoTheDark(text: string, kind: "cut-before" | "cut-after"): Promise<string> {
  on.standIns.fail({ on: "commit", kind });
  on.standIns.fail({ on: "reconcile", kind: "500-before", times: 1_000 });
  const post = await send(on, { text, channels: [channel] });
  await until(on, post, "unknown");
  await open(`/posts/${post}`);
  await standing("Sent, not confirmed").waitFor();
  return post;
}

test("what the network refuses says why, that nothing was lost, and goes out at the new time that somebody gives it", { timeout: 150_000 }, async () => {
  const text = "Parking is free behind the building while you are with us.";
  on.standIns.fail({ on: "commit", kind: "permission" });
  const post = await send(on, { text, channels: [channel] });
  await until(on, post, "failed");

  await open("/");
  await page.getByRole("link", { name: "See why" }).click();
  await standing("Did not go out").waitFor();
  await part().getByText("Mastodon does not allow this for the account.", { exact: false }).first().waitFor();
  await part().getByText("nothing was lost").waitFor();
  await part().getByText("Send: refused.").waitFor();
  expect([await part().getByRole("link", { name: "To the connections" }).count(), outThere()]).toEqual([1, []]);

  await press("Try again");
  const dialog = page.getByRole("dialog", { name: /^Try .* again$/ });
  await dialog.getByText("The gate is asked first.").waitFor();
  await dialog.getByRole("spinbutton", { name: /^hour/ }).focus();
  await page.keyboard.type(inAMinute(), { delay: 20 });
  await dialog.getByRole("button", { name: "Plan it again" }).click();
  await standing("Planned").waitFor();
  await standing("Out").waitFor({ timeout: 100_000 });
  expect(outThere()).toEqual([text]);
});

test("when the network does not say whether it is out, nothing is sent twice, and looking again finds it", { timeout: 120_000 }, async () => {
  const text = "Our phones are answered from eight to five.";
  const post = await sendIntoTheDark(text, "cut-after");
  await part().getByText("Mastodon did not say whether the post is out.").waitFor();
  await part().getByText("sends nothing twice").waitFor();
  expect(await part().getByRole("button", { name: /Try again|It is out|by hand/ }).count()).toBe(0);

  await press("Look again");
  await part().getByText("Look for it: it could not be asked.").first().waitFor();
  expect((await publicationsOf(on, post))[0]!.state).toBe("unknown");

  expect(outThere()).toEqual([text]);

  on.standIns.forget();
  await press("Look again");
  await standing("Out").waitFor();
  await part().getByRole("link", { name: "See it there" }).waitFor();
  // It was there all the while. Its first sending is forgotten by now, and there was no second.
  expect(outThere()).toEqual([]);
});

test("somebody looked and it is not there: it did not go out, and may be planned again", { timeout: 120_000 }, async () => {
  await sendIntoTheDark("We are closed on Thanksgiving.", "cut-before");
  await press("I looked myself");
  expect(await page.getByRole("button", { name: "Say so" }).isDisabled()).toBe(true);
  await page.getByRole("radio", { name: /^It is not there/ }).check({ force: true });
  await page.getByRole("button", { name: "Say so" }).click();
  await standing("Did not go out").waitFor();
  await part().getByText("Choose a new time to try again.").first().waitFor();
  await part().getByRole("button", { name: /^Try again/ }).waitFor();
  expect(outThere()).toEqual([]);
});

test("somebody looked and it is there: it is out, with the link that they paste", { timeout: 120_000 }, async () => {
  const url = "https://mastodon.example/@seapine/42";
  await sendIntoTheDark("Wear a hat with a brim of three inches on the water.", "cut-after");
  await press("I looked myself");
  await page.getByRole("radio", { name: /^It is there/ }).check({ force: true });
  await page.getByLabel("Link to the post").fill(url);
  await page.getByRole("button", { name: "Say so" }).click();
  await standing("Out").waitFor();
  expect(await part().getByRole("link", { name: "See it there" }).getAttribute("href")).toBe(url);
  await part().getByText("What was tried").click();
  await part().getByText("Somebody looked there.", { exact: false }).waitFor();
});

test("Compose asks a person to say that it is out where nobody but a person posts, and where the desk does, it says so", { timeout: 60_000 }, async () => {
  const { practice, owner: { caller: api } } = on.desk, board = await api.channels.add({ params: { practice }, body: { network: "manual", name: "The board in the waiting room", url: null } });
  const post = await send(on, { text: "We are open again on Friday at eight.", channels: [channel, board.id], at: new Date(Date.now() + 86_400_000).toISOString() });
  await open(`/compose/${post}`);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Going out" }).click();
  const byHand = page.getByRole("dialog").getByRole("region", { name: board.name }), byDesk = page.getByRole("dialog").getByRole("region").filter({ hasText: "The desk posts it there by itself." });
  await byHand.getByRole("button", { name: "It is out" }).waitFor();
  expect(await byDesk.getByRole("button", { name: "It is out" }).count()).toBe(0);
  await byDesk.getByRole("link", { name: "Where it stands" }).click();
  await standing("Planned").waitFor();
});

test("from Approvals, the calendar and the search one comes to the page of what went out", { timeout: 60_000 }, async () => {
  const text = "Our lot is open on Saturdays too.", post = await send(on, { text, channels: [channel] });
  await until(on, post, "published");
  await open("/approvals");
  const arrived = async (): Promise<void> => { await page.waitForURL(`**/posts/${post}`); await standing("Out").waitFor(); };
  await page.getByRole("link", { name: new RegExp(text) }).click();
  await arrived();
  await page.goto("/calendar?view=list");
  await page.getByRole("link", { name: new RegExp(text) }).click();
  await arrived();
  await page.goto("/calendar?view=week");
  await page.getByRole("button", { name: new RegExp(text) }).click();
  await page.getByRole("link", { name: "Where it went" }).click();
  await arrived();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("lot is open");
  await page.getByRole("option", { name: new RegExp(text) }).click();
  await arrived();
});

test("a desk that was off over its time does not post late by itself; somebody who posted it by hand says so", { timeout: 120_000 }, async () => {
  const post = await send(on, { text: "On Saturday we are open until two.", channels: [channel], at: new Date(Date.now() + 8_000).toISOString() });
  await on.wakeLater(45);
  await until(on, post, "missed");
  await open(`/posts/${post}`);
  await standing("Missed its time").waitFor();
  await part().getByText("what is late does not go out by itself").waitFor();
  expect(outThere()).toEqual([]);
  await part().getByRole("button", { name: /^Try again/ }).waitFor();
  await press("I posted it by hand");
  await page.getByRole("button", { name: "It is out", exact: true }).click();
  await standing("Out").waitFor();
  await page.goto(`/record?post=${post}`);
  await page.getByText(/missed/).first().waitFor();
});

/** The next full minute that is not over before the dialog is, on the practice's clock, as one types it into the field: 0345P. */
function inAMinute(): string {
  const clock = new Intl.DateTimeFormat("en-US", { timeZone: "America/New_York", hour: "2-digit", minute: "2-digit", hourCycle: "h12" });
  return clock.format(new Date(Date.now() + 75_000)).replace(/[: M]|\u202f/g, "");
}
