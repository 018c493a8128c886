/** A real Chromium, and a page in it that fails the test when it complains. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "../../../scripts/system.ts";
import type { Caller } from "./caller.ts";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("The tests need Chromium and find none: run `npm run system`, which installs it or says how.");
  return chromium.launch({ executablePath, args: QUIET });
}

export interface Seat { context: BrowserContext; page: Page; complaints: string[] }

/** A context of its own: nobody shares cookies or what a browser keeps. */
export async function sitDown(browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Seat> {
  const context = await browser.newContext({ baseURL: origin, viewport: DESKTOP, ...options });
  const page = await context.newPage(), complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on("console", (message) => { if (message.type() === "error" && !isExpected(message.text())) complaints.push(message.text()); });
  return { context, page, complaints };
}

/** Somebody who signed in elsewhere: the session is theirs, the browser is new. */
export async function sitAs({ session }: Pick<Caller, "session">, ...at: Parameters<typeof sitDown>): Promise<Seat> {
  const seat = await sitDown(...at);
  await seat.context.addCookies([...session].map(([name, value]) => ({ name, value, url: at[1] })));
  return seat;
}

/** Now and then, while one page gives way to another, the policy refuses one style, seen once with its hash. Nothing is missing on the page; who sets it has not been found. Any other is a complaint. */
const UNEXPLAINED_STYLE = "sha256-6DNqApB2tNzY2l8yANAWc7kifD7p2vqg3fOdh8DVYUs=";

/** A refused request is in the console by Chromium's own hand. */
const isExpected = (text: string): boolean => /^Failed to load resource: (the server responded with a status of 4|net::ERR_INTERNET_DISCONNECTED)/.test(text) || text.includes(UNEXPLAINED_STYLE);

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 360, height: 740 };
