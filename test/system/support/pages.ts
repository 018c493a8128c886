/** Every page of the app, for whoever looks at all of them. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { type ADesk, aDesk } from "./a-desk.ts";
import { sitDown } from "./browser.ts";
import type { Caller } from "./caller.ts";
import { networksToSee } from "./network-pages.ts";
import { removeDataDir, type RunningDesk, startDesk } from "./running-desk.ts";

/** `open` is what somebody does there before it looks so. */
export interface PageToSee { name: string; path: string; open?: (page: Page) => Promise<void> }

/** Pages that are seen from one seat: before the sign-in, or at a practice. */
export interface Round { origin: string; pages: PageToSee[]; session: { name: string; value: string; url: string }[]; practice: string }

type Networks = Awaited<ReturnType<typeof networksToSee>>;
export interface Desks { full: Round[]; empty: Round[]; close: () => Promise<void> }

/** A desk with the demo practice and an empty one, another that nobody has set up, and one on the networks' stand-ins. */
export async function desksToSee(): Promise<Desks> {
  const [desk, fresh, networks]: [ADesk, RunningDesk, Networks] = await Promise.all([aDesk(), startDesk(), networksToSee()]);
  const api = desk.owner.caller, empty = await roomPages(api, desk.practice), demo = (await api.demo.load()).id;
  const session = [...api.session].map(([name, value]) => ({ name, value, url: desk.url }));
  const before = (origin: string, pages: PageToSee[]): Round => ({ origin, pages, session: [], practice: "" });
  return {
    full: [before(fresh.url, SET_UP), before(desk.url, await doorPages(api, demo)), { origin: desk.url, pages: [...await roomPages(api, demo), ...ELSEWHERE], session, practice: demo }, ...networks.rounds],
    empty: [{ origin: desk.url, pages: empty.filter(({ name }) => !SAME_EMPTY.test(name)), session, practice: desk.practice }],
    close: async () => { await networks.close(); for (const one of [desk, fresh]) { await one.stop(); removeDataDir(one.dataDir); } },
  };
}

/** Goes to one page after the other, and looks when it is drawn. What the browser complained of since the last look is handed over. */
export async function walk(browser: Browser, rounds: Round[], options: BrowserContextOptions, look: (page: Page, name: string, complaints: string[]) => Promise<void>): Promise<void> {
  for (const { origin, pages, session, practice } of rounds) {
    const { context, page, complaints } = await sitDown(browser, origin, { ...options, reducedMotion: "reduce" });
    await context.addInitScript((id) => { localStorage.setItem("chaperone.practice", id); }, practice);
    await context.addCookies(session);
    for (const { name, path, open } of pages) {
      await page.goto(path);
      await settled(page, name);
      if (open) await open(page).then(() => settled(page, name));
      await look(page, name, complaints.splice(0));
    }
    await context.close();
  }
}

/** Drawn, with its letters, and no longer waiting for the desk. */
async function settled(page: Page, name: string): Promise<void> {
  await page.locator("body:has(h1):not(:has([aria-busy=true]))").waitFor()
    .catch((cause: unknown) => { throw new Error(`The page ${name} has no title, or does not stop waiting.`, { cause }); });
  await page.evaluate("document.fonts.ready.then(() => true)");
}

const SET_UP: PageToSee[] = [
  { name: "set-up", path: "/set-up" },
  { name: "set-up-place", path: "/set-up", open: async (page) => {
    await page.getByLabel("Your name").fill("Ada Owner");
    await page.getByLabel("E-mail").fill("ada@example.com");
    await page.getByLabel("Password", { exact: true }).fill("a long enough pass phrase");
    await page.getByLabel("The practice").fill("Harbor Dermatology");
    await page.getByRole("button", { name: /Specialty/ }).click();
    await page.getByRole("option", { name: "Dermatology" }).click();
    await page.getByRole("button", { name: "Next: place" }).click();
    await page.getByRole("button", { name: /^FL, Florida/ }).click();
    await page.getByRole("heading", { name: "Florida" }).waitFor();
  } },
];

async function doorPages(api: Caller, practice: string): Promise<PageToSee[]> {
  const { link } = await api.invitations.create({ params: { practice }, body: { email: "nia@example.com", role: "editor" } });
  return [
    { name: "sign-in", path: "/sign-in" }, { name: "forgot", path: "/sign-in", open: (page) => page.getByRole("button", { name: /forgot/i }).click() },
    { name: "reset-password", path: "/reset-password?token=a-token" }, { name: "reset-password-bare", path: "/reset-password" },
    { name: "join", path: new URL(link).pathname }, { name: "join-gone", path: "/join/no-such-invitation" }, { name: "not-found", path: "/no-such-page" },
  ];
}

const SETTINGS = ["practice", "providers", "position", "plan", "channels", "connections", "house-rules", "members", "keys", "webhooks", "account", "appearance", "demo"];

/** Behind the sign-in, with a post in each state that Compose shows differently. */
async function roomPages(api: Caller, practice: string): Promise<PageToSee[]> {
  const { list } = await api.posts.list({ params: { practice }, query: { limit: 200 } }), rule = (await api.rules.topics())[0]!.rules[0]!.id;
  const one = (state: string): PageToSee[] => list.filter((post) => post.state === state).slice(0, 1).map(({ id }) => ({ name: `compose-${state}`, path: `/compose/${id}` }));
  const went = (state: string): PageToSee[] => list.filter((post) => post.state === state).slice(0, 1).map(({ id }) => ({ name: `post-${state}`, path: `/posts/${id}` }));
  return [
    { name: "today", path: "/" }, { name: "compose-new", path: "/compose" },
    ...["draft", "held", "waiting", "returned", "approved", "scheduled", "published"].flatMap(one),
    ...["draft", "scheduled", "published"].flatMap(went), { name: "connect-an-app", path: "/settings/connections/facebook" }, { name: "connect-by-form", path: "/settings/connections/bluesky" },
    { name: "calendar-month", path: "/calendar?view=month" }, { name: "calendar-week", path: "/calendar?view=week" }, { name: "calendar-list", path: "/calendar?view=list" },
    { name: "approvals", path: "/approvals" }, { name: "rules", path: "/rules" }, { name: "states", path: "/rules#states" }, { name: "rule", path: `/rules/${rule}` }, { name: "state", path: "/rules/states/FL" }, { name: "record", path: "/record" },
    { name: "settings", path: "/settings" }, ...SETTINGS.map((section) => ({ name: `settings-${section}`, path: `/settings/${section}` })),
  ];
}

/** Pages with nothing in them that could be missing. */
const SAME_EMPTY = /^(states?|rules?|settings-(practice|plan|account|appearance)|connect-(an-app|by-form))$/;

/** Pages that look the same in every practice. */
const ELSEWHERE: PageToSee[] = [
  { name: "practices", path: "/?practices=all" }, { name: "new-practice", path: "/practices/new" },
  { name: "no-rule", path: "/rules/outcome-guarantee/no-such-rule" }, { name: "no-state", path: "/rules/states/ZZ" }, { name: "no-section", path: "/settings/nothing" },
  { name: "no-post", path: "/posts/6f9619ff-8b86-4d01-b42d-00cf4fc964ff" }, { name: "no-network", path: "/settings/connections/nowhere" }, { name: "not-allowed-there", path: "/connect?error=access_denied" },
  { name: "find", path: "/", open: async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("dialog").waitFor(); } },
  { name: "keys", path: "/", open: async (page) => { await page.keyboard.press("?"); await page.getByRole("dialog").waitFor(); } },
];
