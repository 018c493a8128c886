/** The margin when there is nothing to say: what changed since the last version, each with its way back, and what was read. */
import { IconArrowBackUp } from "@tabler/icons-react";
import { IconButton } from "../../components/button.tsx";
import { Shape } from "../../components/shape.tsx";
import type { Changed } from "../../lib/changes.ts";
import { countInWords } from "../../lib/counting.ts";
import { useChanges } from "./use-changes.ts";

interface AllClearProps { text: string; since: { number: number; text: string } | null; looked: string; onPutBack: (change: Changed) => void; isReading: boolean; isEmpty: boolean; isReadOnly: boolean }

const MOST = 8;

export function AllClear({ text, since, looked, onPutBack, isReading, isEmpty, isReadOnly }: AllClearProps) {
  const changes = useChanges(since?.text ?? text, text);
  return (
    <>
      <div className="allclear clear">
        <Shape kind={isEmpty ? "idea" : isReading ? "wait" : "clear"} size={30} />
        <p><b>{isEmpty ? "Nothing written yet." : isReading ? "Reading." : "Nothing to say."}</b>{since && changes.length > 0 ? <span className="muted small">{countInWords(changes.length, "thing", "things")} changed since version {since.number}.</span> : null}</p>
      </div>
      {changes.length > 0 ? <ul className="changes">{changes.slice(0, MOST).map((change) => (
        <li key={`${change.start}:${change.was}`}>
          <p>{change.was.trim() ? <del>{shortly(change.was)}</del> : null}{change.is.trim() ? <ins>{shortly(change.is)}</ins> : null}</p>
          {isReadOnly ? null : <IconButton icon={IconArrowBackUp} label="Put it back" low onPress={() => onPutBack(change)} />}
        </li>))}</ul> : null}
      <p className="looked">{isEmpty ? null : looked} A check is not legal advice; a person approves.</p>
    </>
  );
}

const LONGEST = 140;
const shortly = (words: string): string => (words.trim().length > LONGEST ? `${words.trim().slice(0, LONGEST)}…` : words.trim());
