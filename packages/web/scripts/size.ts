/**
 * How much JavaScript the browser must read until the first page stands, and until the first letter typed into Compose has been checked: page, engine and pack.
 * Reads the built manifest; exits 1 over a bound, so that a page that drags a library in is seen.
 */
import { join } from "node:path";
import { behind, FIRST_CHECK_BOUND, FIRST_PAGE_BOUND, weightsIn } from "./weigh.ts";

const { pages, filesOf, filesOfAll, weigh, checker } = weightsIn(join(import.meta.dirname, "../dist"));
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const first = filesOf(behind("today")), atFirst = weigh(first);
console.log(`first page: ${kB(atFirst)} of JavaScript and ${kB(weigh(filesOf(behind("today"), "css")))} of style, gzipped (bound ${kB(FIRST_PAGE_BOUND)})`);
for (const file of first) console.log(`  ${kB(weigh([file])).padStart(9)}  ${file}`);
for (const page of pages) console.log(`${page.slice("src/pages/".length).padEnd(20)} adds ${kB(weigh(filesOf([page]).filter((file) => !first.includes(file))))}`);

const typed = weigh(filesOf(behind("compose"))), engine = weigh(checker), later = weigh(filesOfAll(["src/pages/compose.tsx"]).filter((file) => !filesOf(behind("compose")).includes(file)));
console.log(`Compose, opened directly, to the first keystroke checked: ${kB(typed + engine)} (bound ${kB(FIRST_CHECK_BOUND)}): page ${kB(typed)}, engine and pack ${kB(engine)}`);
console.log(`fetched when the browser rests: at most ${kB(later)}, all dialogs included; the editor that underlines, X's way of counting and the previews come with it`);
console.log(`in all ${kB(typed + engine + later)}. Until the editor has come one writes in a plain field: findings stand in the margin, without underlines, and the gate waits for the counting`);
if (atFirst > FIRST_PAGE_BOUND || typed + engine > FIRST_CHECK_BOUND) process.exitCode = 1;
