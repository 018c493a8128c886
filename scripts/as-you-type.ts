/** `npm run bench:typing`: how long the check in the page takes while one types into a long post, in Chromium on a real desk. `--json` for machines. */
import { availableParallelism, loadavg } from "node:os";
import type { Browser, Page } from "playwright-core";
import { aDesk, aText } from "../test/system/support/a-desk.ts";
import { openBrowser, sitDown } from "../test/system/support/browser.ts";
import { removeDataDir } from "../test/system/support/running-desk.ts";

const LENGTH = 2_200, KEYSTROKES = 400, LEAST = 300, BOUND_MS = 8, BETWEEN_MS = 60, PATIENCE_MS = 30_000;

/** What a practice might say, with something to find in every paragraph: a text without findings is the quick case. */
const PARAGRAPHS = [
  "Fall is the season for skin checks at the Tampa office. Dr. Reyes looks at every mole that worries you, and most visits take twenty minutes. Bring a list of what you take.",
  "So glad you love your new nose, Anna! We promise results for everyone, filler is 20% off until Friday, and the first ten people win a free BOTOX treatment.",
  "Sunscreen works when it is put on twice: once before you leave the house, and once two hours later. Our board certified team has samples at the desk #skincare #tampabay.",
  "Lipo with us is 100% safe and the best in Florida. You are a perfect candidate if you are under fifty; send us a picture and we will tell you what is wrong.",
  "The office is closed on Thanksgiving Day and opens again on Monday at 8:00 AM. For anything urgent call 911; for everything else call (813) 555-0142 and leave a message.",
];
const WORDS = "Our patients say this laser is painless and works every time, guaranteed. ";

/** `check` is by the worker's own clock, `roundTrip` what the page waits, `work` the processor's time for one whole message: on a busy machine only that is ours. */
interface Times { check: number[]; roundTrip: number[]; work: number[] }
type Heard = Omit<Times, "work">;

/** Listens to the page's own worker. */
const LISTEN = `
  const times = { check: [], roundTrip: [] };
  class Timed extends Worker {
    #asked = new Map();
    constructor(...how) {
      super(...how);
      this.addEventListener("message", ({ data: { id, took } }) => {
        if (took === undefined) return;
        times.check.push(took);
        times.roundTrip.push(performance.now() - this.#asked.get(id));
      });
    }
    postMessage(job) { this.#asked.set(job.id, performance.now()); super.postMessage(job); }
  }
  Object.assign(globalThis, { Worker: Timed, times });`;

const heardIn = (page: Page): Promise<Heard> => page.evaluate(() => (globalThis as unknown as { times: Heard }).times);

interface TraceEvent { name: string; pid: number; tid: number; tdur?: number; args: { name?: string } }

/** Chromium's trace says how long each message kept its thread's processor busy. */
async function tracing(browser: Browser, page: Page, work: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ["__metadata", "devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const workers = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name?.startsWith("DedicatedWorker")).map(threadOf));
  return traceEvents.filter((event) => event.name === "HandlePostMessage" && event.tdur !== undefined && workers.has(threadOf(event))).map(({ tdur }) => tdur! / 1_000);
}

function longText(): string {
  let text = "";
  for (let at = 0; text.length < LENGTH; at += 1) text += `${text ? "\n\n" : ""}${PARAGRAPHS[at % PARAGRAPHS.length]!}`;
  return text.slice(0, LENGTH);
}

/** In the middle of the text, so that what stands behind moves with every letter; what is typed is taken out again, so that the text stays as long as it is. */
async function type(page: Page): Promise<void> {
  await page.locator(".writing .cm-line").nth(4).click();
  for (let typed = 0; typed < KEYSTROKES; typed += 1) {
    const isBack = Math.floor(typed / WORDS.length) % 2 === 1;
    await page.keyboard.press(isBack ? "Backspace" : WORDS[typed % WORDS.length] === " " ? "Space" : WORDS[typed % WORDS.length]!);
    await page.waitForTimeout(BETWEEN_MS);
  }
}

async function measure(): Promise<Times & { typedInto: number }> {
  const desk = await aDesk({ env: { LOG_LEVEL: "silent" } }), browser = await openBrowser();
  try {
    const made = await desk.owner.caller.posts.create({ params: { practice: desk.practice }, body: { title: "Fall at the office", content: aText(longText()) } });
    const { context, page } = await sitDown(browser, desk.url);
    await context.addCookies([...desk.owner.caller.session].map(([name, value]) => ({ name, value, url: desk.url })));
    await page.addInitScript(LISTEN);
    await page.goto(`/compose/${made.id}`);
    await page.waitForFunction(() => (globalThis as unknown as { times: Heard }).times.check.length > 0, undefined, { timeout: PATIENCE_MS });
    const before = (await heardIn(page)).check.length;
    const work = await tracing(browser, page, async () => { await type(page); await page.waitForTimeout(1_000); });
    const { check, roundTrip } = await heardIn(page);
    return { check: check.slice(before), roundTrip: roundTrip.slice(before), work, typedInto: made.content.text.length };
  } finally {
    await browser.close();
    await desk.stop();
    removeDataDir(desk.dataDir);
  }
}

function spread(times: readonly number[]): { p50: number; p99: number; worst: number } {
  const sorted = times.toSorted((a, b) => a - b), at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]! * 100) / 100;
  return { p50: at(.5), p99: at(.99), worst: at(1) };
}

const { check, roundTrip, work, typedInto } = await measure();
if (Math.min(check.length, work.length) < LEAST) throw new Error(`Of ${KEYSTROKES} keystrokes only ${Math.min(check.length, work.length)} were checked; ${LEAST} are needed.`);
const result = {
  characters: typedInto, keystrokes: check.length, workMs: spread(work), checkMs: spread(check), roundTripMs: spread(roundTrip),
  boundMs: BOUND_MS, isWithin: spread(work).p99 < BOUND_MS, load: Number(loadavg()[0]!.toFixed(1)), cores: availableParallelism(),
};
if (process.argv.includes("--json")) console.log(JSON.stringify(result, null, 2));
else {
  const says = ({ p50, p99, worst }: ReturnType<typeof spread>): string => `p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms`;
  console.log(`${result.keystrokes} keystrokes in a text of ${result.characters} characters, Chromium; load ${result.load} on ${result.cores} cores`);
  console.log(`processor's time a check  ${says(result.workMs)}; bound ${BOUND_MS} ms at p99: ${result.isWithin ? "kept" : "broken"}`);
  console.log(`by the worker's clock     ${says(result.checkMs)}`);
  console.log(`what the page waits       ${says(result.roundTripMs)}`);
}
