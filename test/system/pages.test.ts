/** Every page, full and empty, light and dark, wide and narrow: it draws, nothing complains, nothing sticks out, and axe finds nothing. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ADesk, aDesk } from "./support/a-desk.ts";
import { DESKTOP, openBrowser, sitDown, SMALL_PHONE } from "./support/browser.ts";
import { DOORS, type PageToSee, roomPages } from "./support/pages.ts";
import { removeDataDir } from "./support/running-desk.ts";

let desk: ADesk, browser: Browser, full: PageToSee[], empty: PageToSee[], demo: string;

beforeAll(async () => {
  [desk, browser] = await Promise.all([aDesk(), openBrowser()]);
  const api = desk.owner.caller;
  empty = await roomPages(api, desk.practice);
  demo = (await api.demo.load()).id;
  full = await roomPages(api, demo);
}, 180_000);

afterAll(async () => {
  await browser.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});

const LOOKS = [
  { look: "light", colorScheme: "light", viewport: DESKTOP }, { look: "dark", colorScheme: "dark", viewport: DESKTOP },
  { look: "light on a small phone", colorScheme: "light", viewport: SMALL_PHONE }, { look: "dark on a small phone", colorScheme: "dark", viewport: SMALL_PHONE },
] as const;

test.each(LOOKS)("every full page, $look", ({ colorScheme, viewport }) => lookAt([...DOORS, ...full], demo, { colorScheme, viewport }), 300_000);
test.each(LOOKS.slice(0, 1))("every empty page, $look", ({ colorScheme, viewport }) => lookAt(empty, desk.practice, { colorScheme, viewport }), 300_000);

async function lookAt(pages: PageToSee[], practice: string, options: Pick<(typeof LOOKS)[number], "colorScheme" | "viewport">): Promise<void> {
  const { context, page, complaints } = await sitDown(browser, desk.url, { ...options, reducedMotion: "reduce" });
  const session = [...desk.owner.caller.session].map(([name, value]) => ({ name, value, url: desk.url }));
  await context.addInitScript((id) => { localStorage.setItem("chaperone.practice", id); }, practice);
  const wrong: string[] = [];
  for (const { name, path } of pages) {
    if (!DOORS.some((door) => door.name === name)) await context.addCookies(session);
    await page.goto(path);
    await settled(page);
    wrong.push(...(await whatIsWrong(page)).map((says) => `${name}: ${says}`), ...complaints.splice(0).map((says) => `${name}: ${says}`));
  }
  await context.close();
  expect(wrong).toEqual([]);
}

/** Drawn, with its letters, and no longer waiting for the desk. */
async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached", timeout: 10_000 });
  await page.evaluate("document.fonts.ready.then(() => true)");
}

async function whatIsWrong(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")} (${failureSummary?.split("\n").at(-1)?.trim()})`));
  const sticksOut = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  return [...found, ...(sticksOut > 0 ? [`${sticksOut} px wider than the window`] : []), ...(await page.title() ? [] : ["no title"])];
}
