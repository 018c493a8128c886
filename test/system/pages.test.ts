/** Every page, full and empty, light and dark, wide and narrow: it draws, nothing complains, nothing sticks out, and axe finds nothing. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { DESKTOP, openBrowser, SMALL_PHONE } from "./support/browser.ts";
import { type Desks, desksToSee, walk } from "./support/pages.ts";

let desks: Desks, browser: Browser;

beforeAll(async () => { [desks, browser] = await Promise.all([desksToSee(), openBrowser()]); }, 180_000);
afterAll(async () => { await browser.close(); await desks.close(); });

test.concurrent.for([
  { what: "full page, wide", fill: "full", viewport: DESKTOP }, { what: "full page, on a small phone", fill: "full", viewport: SMALL_PHONE },
  { what: "empty page, wide", fill: "empty", viewport: DESKTOP },
] as const)("every $what", { timeout: 300_000 }, async ({ fill, viewport }, { expect }) => {
  const wrong: string[] = [];
  await walk(browser, desks[fill], { viewport, colorScheme: "light" }, async (page, name, complaints) => {
    wrong.push(...[...complaints, ...await whatIsWrong(page), ...await inTheDark(page)].map((says) => `${name}: ${says}`));
  });
  expect(wrong).toEqual([]);
});

async function whatIsWrong(page: Page): Promise<string[]> {
  const sticksOut = await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  return [...await axe(new AxeBuilder({ page })), ...(sticksOut > 0 ? [`${sticksOut} px wider than the window`] : []), ...(await page.title() ? [] : ["no title"])];
}

/** The same page again: only its colors are others. On a phone too, where other things stand on other grounds. */
async function inTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const found = await axe(new AxeBuilder({ page }), ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  return found.map((says) => `dark: ${says}`);
}

async function axe(builder: AxeBuilder, only?: string[]): Promise<string[]> {
  // No page has frames, so axe needs no second page to put its findings together in.
  const { violations } = await builder.setLegacyMode(true).options({ resultTypes: ["violations"], ...(only ? { runOnly: only } : {}) }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")} (${failureSummary?.split("\n").at(-1)?.trim()})`));
}
