import { useQuery } from "@tanstack/react-query";
import { HowWeKnow, KnownMark, type Known } from "../../components/how-we-know.tsx";
import { STATE_NAMES } from "../../components/state-tiles.tsx";
import { mattersFirst, tally } from "./matters-first.ts";
import { stateQuery } from "./queries.ts";
import "./rules.css";

const KINDS: readonly [Known, string][] = [["read", "Source read"], ["copy", "Read in a copy"], ["recalled", "Recalled"]];

/** In the margin of the set-up: what comes with the state that was just chosen. */
export function StateGlance({ code }: { code: string | undefined }) {
  const { data: state } = useQuery({ ...stateQuery(code ?? ""), enabled: code !== undefined }), provisions = state?.provisions ?? [];
  return (
    <>
      {code === undefined ? <section><h2>The law of the place</h2><p className="small muted">Choose a state to see what it asks for.</p></section> : (
        <section>
          <h2>{STATE_NAMES[code]}</h2>
          <p className="small muted">{!state ? "Looking it up" : provisions.length === 0 ? "The desk holds no provision of this state’s own yet; federal law and the networks’ policies apply." : `${provisions.length} ${provisions.length === 1 ? "provision" : "provisions"}${state.board ? `, first from the ${state.board}` : ""}.`}</p>
          {provisions.length > 0 ? <p className="tally">{KINDS.filter(([kind]) => tally(provisions, kind) > 0).map(([kind, word]) => <span key={kind}><KnownMark how={kind} />{word} <b>{tally(provisions, kind)}</b></span>)}</p> : null}
        </section>
      )}
      {provisions.length > 0 ? (
        <section>
          <h2>{provisions.length > 2 ? "Three that will matter first" : "What will matter first"}</h2>
          <ul className="first">{mattersFirst(provisions).slice(0, 3).map(({ id, summary, citation, known }) => <li key={id}><b>{summary}</b><span className="cite">{citation}</span> <HowWeKnow how={known} /></li>)}</ul>
        </section>
      ) : null}
      <section><h2>Always</h2><p className="small muted">Federal law, HIPAA first, and each network’s own policies. You can change the places later; everything scheduled is then checked again.</p></section>
    </>
  );
}
