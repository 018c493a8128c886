import type { Counts } from "./ledger.ts";
import { escapeHtml } from "./html.ts";

const WIDTH = 720;
const LABEL = 220;
const ROW = 26;

/** Texts by topic, as lying bars: what must change first, then what asks for an answer. */
export function topicChart(topics: Map<string, Counts>): string {
  const rows = [...topics].sort(([, a], [, b]) => b.stop - a.stop || b.question - a.question);
  const most = Math.max(1, ...rows.map(([, { stop, question }]) => stop + question));
  const scale = (number: number): number => (number / most) * (WIDTH - LABEL - 60);
  const bars = rows.map(([topic, { stop, question }], at) => {
    const y = at * ROW;
    const right = LABEL + scale(stop) + scale(question);
    return `<text x="${LABEL - 10}" y="${y + 16}" text-anchor="end">${escapeHtml(topic.replaceAll("-", " "))}</text>`
      + bar("stop", LABEL, y + 4, scale(stop), ROW - 9) + bar("question", LABEL + scale(stop), y + 4, scale(question), ROW - 9)
      + `<text class="number" x="${round(right + 8)}" y="${y + 16}">${stop + question}</text>`;
  });
  const spoken = rows.map(([topic, { stop, question }]) => `${topic}: ${stop} must change, ${question} ask`).join("; ");
  return svg(rows.length * ROW + 4, `Texts by topic. ${spoken}`, bars.join(""));
}

const HEIGHT = 180;
const FOOT = 28;

/** Texts by month, as standing bars. Months in which nothing was said are drawn empty. */
export function monthChart(months: Map<string, Counts>): string {
  const names = everyMonth([...months.keys()].sort());
  const none: Counts = { stop: 0, question: 0, clear: 0 };
  const rows = names.map((name) => ({ name, ...(months.get(name) ?? none) }));
  const most = Math.max(1, ...rows.map(({ stop, question, clear }) => stop + question + clear));
  const step = WIDTH / rows.length;
  const scale = (number: number): number => (number / most) * (HEIGHT - FOOT - 16);
  const every = Math.ceil(rows.length / 12);
  const columns = rows.map(({ name, ...counts }, at) => {
    const x = at * step + step * 0.12;
    let y = HEIGHT - FOOT;
    const parts = (["clear", "question", "stop"] as const).map((kind) => {
      y -= scale(counts[kind]);
      return bar(kind, x, y, Math.min(step * 0.76, 60), scale(counts[kind]));
    });
    const label = at % every === 0 ? `<text x="${round(x)}" y="${HEIGHT - 8}">${name}</text>` : "";
    return parts.join("") + label;
  });
  const spoken = rows.map(({ name, stop, question, clear }) => `${name}: ${stop} must change, ${question} ask, ${clear} clear`).join("; ");
  const floor = `<line class="floor" x1="0" x2="${WIDTH}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}"/>`;
  return svg(HEIGHT, `Texts by month. ${spoken}`, columns.join("") + floor);
}

function everyMonth(names: string[]): string[] {
  const last = names.at(-1);
  const all: string[] = [];
  for (let name = names[0]; name !== undefined && last !== undefined && name <= last; name = nextMonth(name)) all.push(name);
  return all;
}

function nextMonth(name: string): string {
  const [year, month] = name.split("-").map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
}

function bar(kind: string, x: number, y: number, width: number, height: number): string {
  if (width <= 0 || height <= 0) return "";
  return `<rect class="${kind}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"/>`;
}

function svg(height: number, spoken: string, inside: string): string {
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(spoken.slice(0, 4000))}">${inside}</svg>`;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
