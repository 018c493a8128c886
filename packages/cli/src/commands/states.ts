import { authorities, ruleFiles, states } from "../desk.ts";
import type { Provision, State } from "../desk.ts";
import { authorityText } from "../formats/pretty.ts";
import { paintFor } from "../formats/paint.ts";
import { wrap } from "../formats/width.ts";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { knownState } from "../vocabulary.ts";

export async function listStates(isJson: boolean, io: Io): Promise<number> {
  const counts = Map.groupBy(authorities(), (provision) => provision.state);
  const rows = states().map((state) => ({ ...state, provisions: counts.get(state.code)?.length ?? 0 }));
  const line = (row: typeof rows[number]): string => `${row.code}  ${row.name.padEnd(22)}  ${String(row.provisions).padStart(3)} provisions  ${row.boards.map((board) => board.name).join("; ")}\n`;
  await io.out(isJson ? `${JSON.stringify(rows, null, 2)}\n` : rows.map(line).join(""));
  return CLEAN;
}

/** What one state adds to federal law: its boards, its provisions, and which rules enforce them. */
export async function showState(word: string, isJson: boolean, io: Io): Promise<number> {
  const code = knownState(word);
  const state = states().find((known) => known.code === code)!;
  const own = authorities().filter((provision) => provision.state === code);
  const serving = rulesByProvision(code);
  if (isJson) await io.out(`${JSON.stringify({ ...state, provisions: own.map((provision) => ({ ...provision, rules: serving.get(provision.id) ?? [] })) }, null, 2)}\n`);
  else await io.out(stateText(state, own, serving, io));
  return CLEAN;
}

/** Rules that name a provision outright, or in what they add for this state. */
function rulesByProvision(code: string): Map<string, string[]> {
  const serving = new Map<string, string[]>();
  for (const rule of ruleFiles()) {
    for (const id of [...rule.cites, ...rule.states?.[code]?.cites ?? []]) serving.set(id, [...serving.get(id) ?? [], rule.id]);
  }
  return serving;
}

function stateText({ code, name, boards }: State, own: Provision[], serving: Map<string, string[]>, io: Io): string {
  const paint = paintFor(io.isColor);
  return [
    `${paint("bold", `${name} (${code})`)}\n\n`,
    ...boards.map((board) => `  ${board.name}  ${paint("dim", board.url)}\n`),
    ...own.map((provision) => `\n${provisionText(provision, serving.get(provision.id) ?? [], io)}`),
    own.length === 0 ? "\nNo provision of this state is recorded; federal law and the networks' policies apply.\n" : "",
    `\n${paint("dim", "Not legal advice. Where a text is marked as from memory, read the source before relying on it.")}\n`,
  ].join("");
}

function provisionText(provision: Provision, rules: string[], io: Io): string {
  const paint = paintFor(io.isColor);
  const width = Math.min(Math.max(io.columns, 50), 100) - 4;
  const indented = (text: string): string => `    ${wrap(text, width, "    ")}\n`;
  return [
    `  ${paint("bold", provision.citation)}  ${paint("dim", provision.topic)}\n`,
    indented(provision.summary),
    provision.wording ? indented(`Wording: “${provision.wording.trim()}”`) : "",
    provision.retention ? indented(`Advertisements are kept for ${provision.retention}.`) : "",
    paint("dim", indented(authorityText(provision))),
    rules.length > 0 ? paint("dim", indented(`Rules: ${rules.join(", ")}`)) : "",
  ].join("");
}
