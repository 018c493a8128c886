/** What the post is for. The desk proposes; a person may say otherwise, with a reason, because the 25% is counted by it. */
import type { Pillar } from "@chaperone/engine";
import { PILLARS } from "@chaperone/engine";
import { useId, useState } from "react";
import { Button } from "../../components/button.tsx";
import { PillarMark, PILLARS as DRAWN } from "../../components/pillar-mark.tsx";
import type { Proposed } from "./check-jobs.ts";

interface PillarLineProps {
  proposed: Proposed | null;
  chosen: Pillar;
  /** Null where the proposed one stands. */
  reason: string | null;
  isReadOnly?: boolean;
  onChange: (pillar: Pillar, reason: string | null) => void;
}

const LEAST = 3;

export function PillarLine({ proposed, chosen, reason, isReadOnly = false, onChange }: PillarLineProps) {
  const [isOpen, open] = useState(false);
  const said = reason ?? proposed?.reason ?? "";
  if (isOpen) return <PillarForm proposed={proposed} chosen={chosen} reason={reason} onChange={(pillar, why) => { open(false); onChange(pillar, why); }} onClose={() => open(false)} />;
  return (
    <div className="facts">
      <PillarMark pillar={chosen} /><span className="muted">{reason ? `“${reason}”` : said}</span><span className="grow" />
      {isReadOnly ? null : <button type="button" className="link" onClick={() => open(true)}>Change<span className="vh"> the pillar</span></button>}
    </div>
  );
}

function PillarForm({ proposed, chosen, reason, onChange, onClose }: Omit<PillarLineProps, "isReadOnly"> & { onClose: () => void }) {
  const [picked, pick] = useState(chosen), [why, say] = useState(reason ?? ""), id = useId();
  const needsReason = proposed !== null && picked !== proposed.pillar;
  return (
    <form className="facts pillar-form" onSubmit={(event) => { event.preventDefault(); onChange(picked, needsReason ? why.trim() : null); }}>
      <fieldset>
        <legend className="label">What is this post for?</legend>
        {PILLARS.map((one) => <label key={one}><input type="radio" name={id} checked={picked === one} onChange={() => pick(one)} /><PillarMark pillar={one} />{proposed?.pillar === one ? <span className="faint tiny">proposed</span> : null}</label>)}
      </fieldset>
      {needsReason ? <label className="why" htmlFor={`${id}-why`}><span>Why {DRAWN[picked].word.toLowerCase()}</span><input id={`${id}-why`} value={why} onChange={(event) => say(event.target.value)} /></label> : null}
      <div className="row"><Button low kind="primary" type="submit" isDisabled={needsReason && why.trim().length < LEAST}>Keep</Button><Button low kind="quiet" onPress={onClose}>Cancel</Button></div>
    </form>
  );
}
