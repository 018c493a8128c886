/** `npm run screenshots [page …]`: every page of a desk with the demo practice, light and dark, wide and on a phone, into screenshots/. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { aDesk } from "../test/system/support/a-desk.ts";
import { DESKTOP, openBrowser, PHONE, sitDown } from "../test/system/support/browser.ts";
import { DOORS, roomPages } from "../test/system/support/pages.ts";
import { removeDataDir, startDesk } from "../test/system/support/running-desk.ts";

const into = resolve(import.meta.dirname, "../screenshots"), wanted = process.argv.slice(2);
const LOOKS = [
  { name: "desktop-light", viewport: DESKTOP, colorScheme: "light" }, { name: "desktop-dark", viewport: DESKTOP, colorScheme: "dark" },
  { name: "phone-light", viewport: PHONE, colorScheme: "light" }, { name: "phone-dark", viewport: PHONE, colorScheme: "dark" },
] as const;
const SET_UP = { name: "set-up", path: "/set-up" };

mkdirSync(into, { recursive: true });
const [desk, fresh, browser] = await Promise.all([aDesk(), startDesk(), openBrowser()]);
const api = desk.owner.caller, demo = (await api.demo.load()).id;
const room = await roomPages(api, demo);
const cookies = [...api.session].map(([name, value]) => ({ name, value, url: desk.url }));

for (const { name: look, ...options } of LOOKS) {
  for (const [origin, pages, isIn] of [[fresh.url, [SET_UP], false], [desk.url, DOORS, false], [desk.url, room, true]] as const) {
    const { context, page } = await sitDown(browser, origin, { ...options, reducedMotion: "reduce" });
    await context.addInitScript((id) => { localStorage.setItem("chaperone.practice", id); }, demo);
    if (isIn) await context.addCookies(cookies);
    for (const { name, path } of pages.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
      await page.goto(path, { waitUntil: "networkidle" });
      await page.locator("h1").first().waitFor();
      await page.screenshot({ path: join(into, `${name}-${look}.png`), fullPage: true });
    }
    await context.close();
  }
  console.log(look);
}
await browser.close();
for (const one of [desk, fresh]) { await one.stop(); removeDataDir(one.dataDir); }
