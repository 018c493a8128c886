import type { Me, Today } from "@chaperone/contract";
import { useQueries } from "@tanstack/react-query";
import { MiniShare, MiniSlots } from "../../components/meters.tsx";
import { Margin } from "../../components/sheet.tsx";
import { Shape } from "../../components/shape.tsx";
import { Tile } from "../../components/shell.tsx";
import { inWords } from "../../lib/api.ts";
import { capital, inNumbers } from "../../lib/counting.ts";
import { lasting, longDay, nearDay, time } from "../../lib/dates.ts";
import { todayQuery } from "../../lib/session.ts";
import { momentOf, titleOf } from "../../lib/standing.ts";
import { practicesSay } from "./morning.ts";
import { Said } from "./said.tsx";
import "./agency.css";

type MyPractice = Me["practices"][number];

interface AgencyProps { practices: readonly MyPractice[]; zone: string; now: Date; onOpen: (practice: string) => void }

/** Every practice on one line, those that need someone first. Counts only: posts stay inside their practice. */
export function Agency({ practices, zone, now, onOpen }: AgencyProps) {
  const answers = useQueries({ queries: practices.map(({ id }) => todayQuery(id)) });
  const lines = practices.map((practice, at) => ({ practice, today: answers[at]!.data, error: answers[at]!.error })).sort((a, b) => needsOf(b.today) - needsOf(a.today));
  const isKnown = lines.every(({ today, error }) => today !== undefined || error !== null);
  const words = isKnown ? practicesSay(lines.map(({ practice, today }) => ({ name: practice.name, needs: needsOf(today), href: `#${practice.id}` }))) : [{ text: `${capital(inNumbers(practices.length))} practices.` }];
  return (
    <>
      <Said date={longDay(now, zone)} words={words} />
      <div className="sheet agency" aria-busy={!isKnown}>
        <table>
          <caption className="vh">How each practice stands</caption>
          <thead><tr>{["Practice", "Held", "To approve", "This week", "Promotional, 28 days", "Next out"].map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
          <tbody>{lines.map((line) => <Line key={line.practice.id} {...line} now={now} onOpen={onOpen} />)}</tbody>
        </table>
        <Margin label="What the desk says" className="foot">
          <div><b>You see counts here</b><span className="muted">Drafts and posts stay inside each practice, and are opened there.</span></div>
        </Margin>
      </div>
    </>
  );
}

const needsOf = (today: Today | undefined): number => today ? today.held.length * 10 + today.waitingForMe.length : 0;

interface LineProps { practice: MyPractice; today: Today | undefined; error: unknown; now: Date; onOpen: (practice: string) => void }

function Line({ practice, today, error, now, onOpen }: LineProps) {
  const { id, name, place, timeZone, isDemo } = practice;
  return (
    <tr id={id} onClick={() => onOpen(id)}>
      <th scope="row"><span className="row"><Tile name={name} /><button type="button" className="grow" onClick={(event) => { event.stopPropagation(); onOpen(id); }}><b>{name}</b><i>{isDemo ? "Demo practice" : place}</i></button></span></th>
      {today ? <Counts today={today} zone={timeZone} now={now} /> : <td colSpan={5} className="faint">{error ? inWords(error).says : <span className="agency-ghost" aria-label="Counting" />}</td>}
    </tr>
  );
}

function Counts({ today, zone, now }: { today: Today; zone: string; now: Date }) {
  const { held, waitingForMe, plan: { week, share } } = today;
  const oldest = waitingForMe.map(({ askedAt }) => askedAt).filter((at) => at !== null).sort()[0];
  const next = [...today.goingOut, ...today.next].find((post) => post.state === "scheduled");
  const at = next ? momentOf(next) : null, day = at ? nearDay(at, zone, now) : "";
  return (
    <>
      <td data-title="Held">{held.length > 0 ? <span className="count"><Shape kind={held.some(({ stops }) => stops > 0) ? "stop" : "question"} size={18} />{held.length}</span> : <span className="faint">none</span>}</td>
      <td data-title="To approve">{waitingForMe.length > 0 ? `${waitingForMe.length}${oldest ? `, oldest ${lasting(oldest, now)}` : ""}` : <span className="faint">none</span>}</td>
      <td data-title="This week"><span className="count"><MiniSlots filled={week.have} goal={week.wanted} />{week.have} of {week.wanted}</span></td>
      <td data-title="Promotional, 28 days"><span className="count"><MiniShare share={share.share} limit={share.bound} />{Math.round(share.share * 100)}%{share.isBroken ? <span className="vh">, over the limit</span> : null}</span></td>
      <td data-title="Next out">{next && at ? <span>{day === "Today" ? "" : `${day} `}{time(at, zone)}<i>{titleOf(next)}</i></span> : <span className="faint">nothing planned</span>}</td>
    </>
  );
}
