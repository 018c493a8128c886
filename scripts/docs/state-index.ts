/** The states at a glance: how much of each we know, and how. */
import type { DocsInput, StatePage } from "./input.ts";
import { link, page, table } from "./markdown.ts";

export function stateIndex(input: DocsInput): string {
  const states = [...input.states].sort((one, other) => (one.name < other.name ? -1 : 1));
  return page([
    "# The states",
    "What each place adds to federal law, and who decides there. It is not legal advice. *Prescribed wording* counts the provisions that set words for an advertisement.",
    table(["State", "Provisions", "Read", "In a copy", "Recalled", "Prescribed wording"], states.map((state) => row(input, state))),
  ]);
}

function row(input: DocsInput, state: StatePage): string[] {
  const own = input.authorities.filter((authority) => authority.state === state.code);
  const known = (["read", "copy", "recalled"] as const).map((how) => String(own.filter((authority) => authority.known === how).length));
  return [link(state.name, `${state.code}.md`), String(own.length), ...known, String(own.filter((authority) => authority.wording !== undefined).length)];
}
