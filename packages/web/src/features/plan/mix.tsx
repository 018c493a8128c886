import type { Plan } from "@chaperone/contract";
import { type Pillar, PillarMark } from "../../components/pillar-mark.tsx";
import { Shape, type ShapeKind } from "../../components/shape.tsx";
import "./mix.css";

const ORDER: readonly Pillar[] = ["educational", "community", "appreciation", "promotional"];

/** What the four weeks are made of. */
export function Mix({ pillars }: { pillars: Plan["share"]["pillars"] }) {
  return (
    <section className="mix">
      <h2>The mix</h2>
      {ORDER.map((pillar) => <div key={pillar} className={pillar}><PillarMark pillar={pillar} /><span className="dots" aria-hidden="true">{Array.from({ length: Math.min(pillars[pillar], 12) }, (_, at) => <i key={at} />)}</span><b>{pillars[pillar]}</b></div>)}
      <p className="small muted">Promotional posts are drawn in ink, so that a dark week is seen from across the room.</p>
    </section>
  );
}

const MARKS: readonly (readonly [ShapeKind, string])[] = [["idea", "Idea or draft"], ["wait", "Waits for its time or a person"], ["question", "Asks for an answer"], ["stop", "Held"]];

export function MarksKey() {
  return (
    <section className="marks">
      <h2>Marks</h2>
      <ul>{MARKS.map(([kind, word]) => <li key={kind}><Shape kind={kind} size={16} />{word}</li>)}<li><span className="no-mark" />No mark: it is out</li></ul>
    </section>
  );
}
