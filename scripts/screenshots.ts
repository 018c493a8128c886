/** `npm run screenshots [page …]`: every page of a desk with the demo practice, light and dark, wide and on a phone, into screenshots/. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { DESKTOP, openBrowser, PHONE } from "../test/system/support/browser.ts";
import { desksToSee, walk } from "../test/system/support/pages.ts";

const into = resolve(import.meta.dirname, "../screenshots"), wanted = process.argv.slice(2);
mkdirSync(into, { recursive: true });
const [desks, browser] = await Promise.all([desksToSee(), openBrowser()]);
const rounds = desks.full.map((round) => ({ ...round, pages: round.pages.filter(({ name }) => wanted.length === 0 || wanted.includes(name)) }));
try {
  for (const [size, viewport] of [["desktop", DESKTOP], ["phone", PHONE]] as const) {
    await walk(browser, rounds, { viewport }, async (page, name) => {
      // As high as the page is, so that what sticks to the window stands at its end.
      const height = Math.max(viewport.height, await page.evaluate<number>("document.documentElement.scrollHeight"));
      await page.setViewportSize({ ...viewport, height });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: join(into, `${name}-${size}-${colorScheme}.png`), fullPage: true });
      }
      await page.setViewportSize(viewport);
    });
  }
} finally {
  await browser.close();
  await desks.close();
}
