import { Mark } from "./mark.tsx";
import "./door.css";

/** Where one fold of the drawn curtain ends and the next begins; every other edge hangs from a ring. */
const EDGES = [0, 46, 76, 130, 168, 230, 264, 312, 370, 406, 456, 498, 558, 590, 642, 686, 750, 806] as const;
const HEMS = [904, 909, 920, 901, 912, 917] as const;
const SHADES = [["#0C3A33", "#1B5E53", "#124A41"], ["#0B352E", "#17564B", "#0F433A"], ["#0D3D35", "#1F665A", "#134D43"]] as const;

/** The page outside the room, and the curtain before it: signing in, being invited. */
export function Door({ children, foot, words = "The third person in the room, for everything a practice says in public." }: { children: React.ReactNode; foot?: React.ReactNode; words?: string }) {
  return (
    <div className="door">
      <a className="skip" href="#main">Skip to the form</a>
      <div className="track" aria-hidden="true" />
      <header className="curtainside">
        <Hanging />
        <div className="words"><Mark width={74} ink="#fff" third="#98E3CE" name="Chaperone" /><p>{words}</p></div>
      </header>
      <main id="main" tabIndex={-1} className="doorform">{children}{foot ? <footer className="tiny faint">{foot}</footer> : null}</main>
    </div>
  );
}

function Hanging() {
  return (
    <svg className="hang" viewBox="0 0 760 960" preserveAspectRatio="none" aria-hidden="true">
      <defs>{SHADES.map(([edge, light, shade], at) => <linearGradient key={at} id={`hang-${at}`}><stop offset="0" stopColor={edge} /><stop offset=".42" stopColor={light} /><stop offset=".8" stopColor={shade} /><stop offset="1" stopColor={edge} /></linearGradient>)}</defs>
      {EDGES.slice(1).map((right, at) => <Fold key={at} at={at} left={EDGES[at]!} right={right} />)}
      {EDGES.slice(0, -1).filter((_, at) => at % 2 === 1).map((x) => <g key={x}><circle cx={x} cy="22" r="4.5" fill="#0A2A25" /><path d={`M${x} 22v14`} stroke="#0A2A25" strokeWidth="2" /></g>)}
    </svg>
  );
}

/** Folds overlap by a hair, so that no light comes between them. */
function Fold({ at, left, right }: { at: number; left: number; right: number }) {
  const [from, to] = at % 2 === 0 ? [890, 887] : [887, 890];
  return <path d={`M${left - .8} 34V${from}Q${(left + right) / 2} ${HEMS[at % HEMS.length]} ${right + .8} ${to}V34Z`} fill={`url(#hang-${at % SHADES.length})`} />;
}
