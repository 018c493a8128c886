/** `npm run bench`: checks a second on one core, against peers over the same texts in the same run. `--json` for machines. */
import type { Rule } from "@chaperone/engine";
import { check, loadPack } from "@chaperone/engine";
import { pack, packJson } from "@chaperone/rules";
import { peers } from "./peers.ts";
import { devCases } from "./texts.ts";

const ROUNDS = 20;
const cases = devCases();
const built = pack();

const ours = rateOf(() => { for (const { draft, context } of cases) check(draft, context, built); });
const each = microsecondsEach();
const rates: Record<string, number> = {};
for (const [name, run] of Object.entries(peers)) rates[name] = await rateOfAsync(run);
const tenfold = withTenTimesTheRules();
const long = "So glad you came in, Anna! We promise results for everyone, and filler is 20% off today. ";
const megabyte = secondsFor(long.repeat(Math.ceil(1_000_000 / long.length)));
const half = secondsFor(long.repeat(Math.ceil(500_000 / long.length)));

const result = {
  rules: built.rules.length, texts: cases.length, checksPerSecond: Math.round(ours),
  medianMicroseconds: round(each[Math.floor(each.length / 2)]!), p99Microseconds: round(each[Math.floor(each.length * 0.99)]!),
  peers: Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, { textsPerSecond: Math.round(rate), timesAsFast: round(ours / rate) }])),
  tenTimesTheRules: { rules: tenfold.rules, timesAsSlow: round(ours / tenfold.rate) },
  megabyte: { seconds: round(megabyte), timesHalf: round(megabyte / half) },
};

if (process.argv.includes("--json")) console.log(JSON.stringify(result, null, 2));
else {
  console.log(`${result.rules} rules, ${result.texts} texts of the dev cases with what they answer, one core, no second reader`);
  console.log(`chaperone                 ${String(result.checksPerSecond).padStart(8)} checks a second, median ${result.medianMicroseconds} µs, p99 ${result.p99Microseconds} µs`);
  for (const [name, { textsPerSecond, timesAsFast }] of Object.entries(result.peers)) console.log(`${name.padEnd(25)} ${String(textsPerSecond).padStart(8)} texts a second; chaperone is ${timesAsFast} times as fast`);
  console.log(`ten times the rules (${tenfold.rules}): ${result.tenTimesTheRules.timesAsSlow} times as slow`);
  console.log(`1 MB in one text: ${result.megabyte.seconds} s, ${result.megabyte.timesHalf} times the time of half of it`);
}

function rateOf(run: () => void): number {
  run();
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    run();
    best = Math.min(best, performance.now() - from);
  }
  return (cases.length / best) * 1000;
}

async function rateOfAsync(run: (text: string) => Promise<number> | number): Promise<number> {
  let best = Infinity;
  for (let round = 0; round < 2; round++) {
    const from = performance.now();
    for (const { draft } of cases) await run(draft.text);
    best = Math.min(best, performance.now() - from);
  }
  return (cases.length / best) * 1000;
}

function microsecondsEach(): number[] {
  return cases.map(({ draft, context }) => {
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const from = performance.now();
      check(draft, context, built);
      best = Math.min(best, performance.now() - from);
    }
    return best * 1000;
  }).sort((a, b) => a - b);
}

/** Nine more of each rule, their phrases made different by a word in the middle that texts do use. */
function withTenTimesTheRules(): { rules: number; rate: number } {
  const json = packJson(), words = ["really", "today", "now", "here", "always", "just", "still", "even", "again"];
  const isLong = (phrase: string): boolean => phrase.split("|").length > 30;
  const vary = (phrases: string[] | undefined, word: string): string[] | undefined => phrases?.map((phrase) => (isLong(phrase) || phrase.includes("$") ? phrase : phrase.includes(" ") && !phrase.startsWith("^") ? `${phrase} ${word}` : `${phrase} ${word} it`));
  const more = words.flatMap((word) => json.rules.map((rule): Rule => {
    const varied = { ...rule, id: `${rule.id}-${word}` };
    for (const role of ["phrases", "unless"] as const) { const list = vary(rule[role], word); if (list) varied[role] = list; }
    if (rule.near) varied.near = rule.near.map((list) => vary(list, word)!);
    return varied;
  }));
  const tenfold = loadPack({ ...json, rules: [...json.rules, ...more] });
  return { rules: tenfold.rules.length, rate: rateOf(() => { for (const { draft, context } of cases) check(draft, context, tenfold); }) };
}

function secondsFor(text: string): number {
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const from = performance.now();
    check({ text, surface: "post" }, { states: ["VA"] }, built);
    best = Math.min(best, performance.now() - from);
  }
  return best / 1000;
}

function round(value: number): number { return Math.round(value * 100) / 100; }
