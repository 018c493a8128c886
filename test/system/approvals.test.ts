/** Approvals in a real browser on a real desk: what is read is what is decided on, by key and by pointer, and what is refused is refused in words. */
import { AxeBuilder } from "@axe-core/playwright";
import { type Content, problem } from "@chaperone/contract";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type ADesk, aDesk, aText, inHours, join, type Somebody } from "./support/a-desk.ts";
import { openBrowser, PHONE, type Seat, sitAs, type sitDown } from "./support/browser.ts";
import { removeDataDir } from "./support/running-desk.ts";

let desk: ADesk, browser: Browser, writer: Somebody, seat: Seat, page: Page;

beforeAll(async () => {
  [desk, browser] = await Promise.all([aDesk(), openBrowser()]);
  writer = await join(desk, "editor", "Maya Lindqvist");
  const { revision } = await desk.owner.caller.practices.show({ params: { practice: desk.practice } });
  await desk.owner.caller.practices.change({ params: { practice: desk.practice }, body: { revision, approvals: "every-post" } });
}, 180_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
  removeDataDir(desk.dataDir);
});
afterEach(() => seat.context.close());

async function open(who: Somebody, path = "/approvals", options: Parameters<typeof sitDown>[2] = {}): Promise<void> {
  seat = await sitAs(who.caller, browser, desk.url, { reducedMotion: "reduce", ...options });
  page = seat.page;
  await page.goto(path);
  await page.locator("h1", { hasText: "Approvals" }).waitFor();
}

const on = (post: string) => ({ practice: desk.practice, post });
async function submit(title: string, text: string, more: Partial<Content> = {}) {
  const { id, revision } = await writer.caller.posts.create({ params: { practice: desk.practice }, body: { title, content: aText(text, more), plannedFor: inHours(60) } });
  return writer.caller.posts.submit({ params: on(id), body: { revision, askOf: null } });
}
const how = async (post: string) => { const { state, approvals, overrides } = await desk.owner.caller.posts.show({ params: on(post) }); return { state, note: approvals.at(-1)?.note, granted: overrides.at(-1)?.granted }; };

/** Once to begin, once to mean it. */
async function decideOn(does: string): Promise<void> {
  await page.getByRole("button", { name: does }).click();
  await page.locator("form").getByRole("button", { name: does }).click();
}

test("J goes on, A and R begin, and only the button decides", async () => {
  const first = await submit("Winter skin", "Dry air dries skin."), second = await submit("Sunscreen, twice", "Put it on twice.");
  await open(desk.owner);
  await page.getByRole("region", { name: "Winter skin" }).waitFor();
  await page.keyboard.press("j");
  await page.getByRole("region", { name: "Sunscreen, twice" }).waitFor();
  await page.keyboard.press("r");
  await page.getByLabel("What should change").fill("Say how long.");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  expect(await page.getByRole("button", { name: "Return it" }).isDisabled()).toBe(true);
  await page.getByLabel("What should change").fill("Say how long it lasts.");
  await page.getByRole("button", { name: "Return it" }).click();
  await page.getByText("Maya reads your note").waitFor();
  expect(await how(second.id)).toMatchObject({ state: "returned", note: "Say how long it lasts." });

  await page.getByRole("region", { name: "Winter skin" }).waitFor();
  await page.keyboard.press("a");
  expect((await how(first.id)).state).toBe("waiting");
  await page.keyboard.press("Control+Enter");
  await page.getByText("“Winter skin” is approved").waitFor();
  expect((await how(first.id)).state).not.toBe("waiting");
  await page.getByText("Nothing waits for a decision").waitFor();
  expect(seat.complaints).toEqual([]);
});

test("what was changed since it was returned stands beside the words, with the note", async () => {
  const was = await submit("Zinc", "Our team has samples at the desk.");
  await desk.owner.caller.posts.decide({ params: on(was.id), body: { version: was.version!, decision: "returned", note: "Which samples?" } });
  const { revision } = await writer.caller.posts.save({ params: on(was.id), body: { revision: was.revision, title: "Zinc", plannedFor: was.plannedFor, content: { ...was.content, text: "Our team has zinc samples at the desk." } } });
  await writer.caller.posts.submit({ params: on(was.id), body: { revision, askOf: null } });
  await open(desk.owner, `/approvals?on=${was.id}`);
  await page.getByRole("heading", { name: "One thing changed since Ada Owner returned it" }).waitFor();
  expect(await page.locator(".changes ins").textContent()).toContain("zinc");
  await page.getByText("Which samples?").waitFor();
  await desk.owner.caller.posts.remove({ params: on(was.id) });
});

test("a version that is not the current one any more is refused, and one look further it is", async () => {
  const was = await submit("Moisturizer", "Use it after a bath.");
  await open(desk.owner, `/approvals?on=${was.id}`);
  await page.getByRole("button", { name: "Approve" }).click();
  const { revision } = await writer.caller.posts.save({ params: on(was.id), body: { revision: was.revision, title: "Moisturizer", plannedFor: was.plannedFor, content: { ...was.content, text: "Use it after a shower." } } });
  await writer.caller.posts.submit({ params: on(was.id), body: { revision, askOf: null } });
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByText("This is not the current version any more").waitFor();
  expect((await how(was.id)).state).toBe("waiting");
  await page.getByRole("button", { name: "Look at it as it is now" }).click();
  await page.getByText("Use it after a shower.").waitFor();
  await desk.owner.caller.posts.remove({ params: on(was.id) });
});

test("when the rules have changed one checks again, and then decides", async () => {
  const post = await submit("Freckles", "Freckles like the sun.");
  await open(desk.owner, `/approvals?on=${post.id}`);
  // The desk reads everything again as soon as its rules change; only whoever decides in that very moment is told.
  await page.route("**/approvals", (route) => route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem("rules-changed")) }), { times: 1 });
  await decideOn("Approve");
  const again = page.getByRole("button", { name: "Check again" });
  await again.click();
  await again.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Approve" }).click();
  await page.getByText("“Freckles” is approved").waitFor();
  expect((await how(post.id)).state).not.toBe("waiting");
});

test("who wrote at words that the check asks about is told that someone else decides", async () => {
  const text = "Dr. Okafor is board certified.", at = { practice: desk.practice }, begun = await writer.caller.posts.create({ params: at, body: { title: "The board", content: aText(text) } });
  const { findings } = await writer.caller.posts.check({ params: at, body: { content: aText(text) } }), reasons = findings.filter(({ severity }) => severity === "question").map(({ rule }) => ({ rule, reason: "The first comment names the board." }));
  const { revision } = await desk.owner.caller.posts.save({ params: on(begun.id), body: { revision: begun.revision, title: "The board", plannedFor: inHours(60), content: aText(text, { reasons }) } });
  await writer.caller.posts.submit({ params: on(begun.id), body: { revision, askOf: null } });
  await open(desk.owner, `/approvals?on=${begun.id}`);
  await page.getByText("Maya answers").waitFor();
  await decideOn("Approve");
  await page.getByText("The author cannot approve this one.").waitFor();
  expect((await how(begun.id)).state).toBe("waiting");
});

test("a second person lets a stop stand; whoever asked for it does not", async () => {
  const post = await submit("The school play", "Lipo with us is 100% safe!"), rule = post.receipt!.findings.find(({ severity }) => severity === "stop")!.rule;
  const { id } = await writer.caller.posts.askOverride({ params: on(post.id), body: { version: post.version!, rule, reason: "It is a line of the play, quoted as the joke it was." } });
  await open(writer, `/approvals?on=${id}`);
  await page.getByText("You read along.").waitFor();
  expect(await page.getByRole("button", { name: "Let it stand" }).count()).toBe(0);
  await seat.context.close();

  await open(desk.owner, `/approvals?on=${id}`);
  await page.getByText("quoted as the joke").waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await decideOn("Let it stand");
  await page.getByText("The exception for “The school play” stands").waitFor();
  expect((await how(post.id)).granted).toBe(true);
});

test("on a phone the list comes first, and the post has a way back", async () => {
  await submit("Toy drive", "The toy drive begins on Monday.");
  await open(desk.owner, "/approvals", { viewport: PHONE, colorScheme: "dark" });
  await page.getByRole("link", { name: /Toy drive/ }).click();
  await page.getByText("The toy drive begins").waitFor();
  expect(await page.getByRole("link", { name: /Toy drive/ }).isVisible()).toBe(false);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "All that waits" }).click();
  await page.getByRole("link", { name: /Toy drive/ }).waitFor();
});
