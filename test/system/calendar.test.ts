/** The calendar in a real browser on a real desk: what is moved is moved at the desk, by pointer and by key, and what is refused stands where it was. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type ADesk, aDesk, aText, join } from "./support/a-desk.ts";
import type { Caller } from "./support/caller.ts";
import { openBrowser, type Seat, sitAs } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

const ZONE = "America/New_York", A_DAY = 86_400_000;
let desk: ADesk, browser: Browser, seat: Seat, page: Page, post: string;

/** The practice's day so many days from now. */
const dayIn = (days: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE }).format(Date.now() + days * A_DAY);
const clockAt = (moment: string | null): string => new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" }).format(new Date(moment!));
/** Nine in the morning there. */
function nineOn(day: string): string {
  const guess = new Date(`${day}T14:00:00Z`), hour = Number(clockAt(guess.toISOString()).slice(11, 13));
  return new Date(guess.getTime() + (9 - hour) * 3_600_000).toISOString();
}

beforeAll(async () => { [desk, browser] = await Promise.all([aDesk(), openBrowser()]); }, 180_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

beforeEach(async () => {
  const { id } = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "Winter skin", content: aText("Dry air dries skin."), plannedFor: nineOn(dayIn(2)) } });
  post = id;
  await open(desk.owner.caller);
});
afterEach(async () => {
  await desk.owner.caller.posts.remove({ params: { practice: desk.practice, post } }).catch(() => undefined);
  await seat.context.close();
});

/** The week in which the post stands. */
async function open(who: Caller): Promise<void> {
  seat = await sitAs(who, browser, desk.url, { reducedMotion: "reduce" });
  page = seat.page;
  await page.goto(`/calendar?view=week&on=${dayIn(2)}`);
  await chip().waitFor();
  // Letters that arrive later would move what is about to be dragged.
  await page.evaluate("document.fonts.ready.then(() => true)");
}

const chip = (): Locator => page.locator("button", { hasText: "Winter skin" });
const onDay = (day: string): Locator => page.locator(`[data-drop="${day}"]`);
const planned = async (): Promise<string> => clockAt((await desk.owner.caller.posts.show({ params: { practice: desk.practice, post } })).plannedFor);

/** A neighbor that the same week shows, and that is not over. */
async function neighbor(): Promise<string> {
  return await onDay(dayIn(3)).count() > 0 ? dayIn(3) : dayIn(1);
}

async function dragTo(place: Locator): Promise<void> {
  const from = (await chip().boundingBox())!, to = (await place.boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 30, { steps: 8 });
  await page.mouse.up();
}

test("a post dragged to another day keeps its time of day, and Undo puts it back", async () => {
  const day = await neighbor();
  await dragTo(onDay(day));
  await page.getByRole("button", { name: "Undo" }).waitFor();
  expect(await planned()).toBe(`${day} 09:00`);
  await page.getByRole("button", { name: "Undo" }).click();
  await onDay(dayIn(2)).getByText("Winter skin").waitFor();
  await expect.poll(planned).toBe(`${dayIn(2)} 09:00`);
  expect(seat.complaints).toEqual([]);
});

test("the keys alone move a post: M, another time, Move", async () => {
  await chip().focus();
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("spinbutton", { name: /^hour/ }).focus();
  await page.keyboard.press("ArrowUp");
  await page.getByRole("dialog").getByRole("button", { name: "Move", exact: true }).press("Enter");
  await expect.poll(planned).toBe(`${dayIn(2)} 10:00`);
});

test("the time of a post is taken away, and it lies in the tray", async () => {
  await chip().focus();
  await page.keyboard.press("m");
  await page.getByRole("button", { name: "Take it off the calendar" }).click();
  await page.getByRole("region", { name: "Without a time" }).getByText("Winter skin").waitFor();
  expect((await desk.owner.caller.posts.show({ params: { practice: desk.practice, post } })).plannedFor).toBeNull();
});

test("what the desk refuses is said in words, and the calendar shows what is so", async () => {
  await desk.owner.caller.posts.remove({ params: { practice: desk.practice, post } });
  await dragTo(onDay(await neighbor()));
  await page.getByText("It stands where it was.").waitFor();
  await chip().waitFor({ state: "detached" });
});

test("a viewer sees the calendar and moves nothing on it", async () => {
  const viewer = await join(desk, "viewer", "Vera Viewer");
  await seat.context.close();
  await open(viewer.caller);
  await chip().focus();
  await page.keyboard.press("m");
  await dragTo(onDay(await neighbor()));
  expect([await planned(), await page.getByRole("dialog").count(), await page.locator(".toast").count()]).toEqual([`${dayIn(2)} 09:00`, 0, 0]);
});

test("back leads through what was seen", async () => {
  await page.getByRole("radio", { name: "Month" }).click();
  await page.waitForURL(/view=month/);
  await page.getByRole("button", { name: "The month after" }).click();
  await page.waitForURL((url) => url.searchParams.get("on")?.slice(0, 7) !== dayIn(2).slice(0, 7));
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/view=week/);
  await chip().waitFor();
});
