import type { DescribedAccount } from "@chaperone/contract";
import { Shape } from "../../components/shape.tsx";
import { ABILITY_WORDS, byReason, inOneLine } from "./words.ts";

/** What the network said when it was last asked: what works, what is missing and what to do about it, and what a person should know. */
export function MayDo({ described: { can, missing, notes } }: { described: DescribedAccount }) {
  return (
    <div className="may-do">
      {can.length > 0 ? <ul className="can" aria-label="May do today">{can.map((ability) => <li key={ability}><Shape kind="clear" size={16} />{ABILITY_WORDS[ability]}</li>)}</ul> : null}
      {missing.length > 0 ? (
        <ul className="missing" aria-label="Missing">
          {byReason(missing).map(({ abilities, why, next }) => <li key={abilities.join()}><Shape kind="question" size={18} /><div><b>{inOneLine(abilities)}</b><p>{why} {next}</p></div></li>)}
        </ul>
      ) : null}
      {notes.length > 0 ? <ul className="told" aria-label="To know">{notes.map((note) => <li key={note}><Shape kind="note" size={18} /><p>{note}</p></li>)}</ul> : null}
    </div>
  );
}
