import { useQuery } from "@tanstack/react-query";
import { Refused, type StateView } from "@chaperone/contract";
import { useMemo } from "react";
import { ButtonLink } from "../components/button.tsx";
import { KnownMark, type Known } from "../components/how-we-know.tsx";
import { Link } from "../components/link.tsx";
import { Margin, Sheet } from "../components/sheet.tsx";
import { SmallMap } from "../components/state-tiles.tsx";
import { EmptyState, Waiting } from "../components/states.tsx";
import { byTopic, headingOf, plainly } from "../features/rules/by-topic.ts";
import { tally } from "../features/rules/matters-first.ts";
import { ProvisionBody, ProvisionMargin } from "../features/rules/provision.tsx";
import { countsOf, stateQuery, statesQuery, topicsQuery } from "../features/rules/queries.ts";
import { usePlace } from "../lib/place.ts";
import { useParams } from "../lib/routes.tsx";
import { usePractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import "../features/rules/rules.css";
import { Unnamed, Unread } from "./rules.tsx";

export function StateRulesPage() {
  const { state: code } = useParams() as { state: string }, state = useQuery(stateQuery(code)), { data: states } = useQuery(statesQuery), topics = useQuery(topicsQuery), practice = usePractice();
  useTitle(state.data?.name ?? "State");
  if (state.error instanceof Refused && state.error.code === "not-found") return <Unnamed><EmptyState title="There is no such state" actions={<ButtonLink low kind="primary" href="/rules#states">All states</ButtonLink>}>States go by their two letters, such as VA.</EmptyState></Unnamed>;
  if (state.isError) return <Unnamed><Unread error={state.error} again={() => void state.refetch()} /></Unnamed>;
  if (!state.data || topics.isPending) return <Unnamed><Waiting what="Opening the state" lines={8} /></Unnamed>;
  const isOurs = practice.states.some((one) => one === code);
  return (
    <>
      <header className="rhead">
        <div><h1>{state.data.name}</h1><p>{countInWords(state.data)} <b>{isOurs ? `They bind ${practice.name}` : `${practice.name} does not practice here`}</b>{isOurs ? " with federal law and the networks’ policies." : "; they are for reading."}</p></div>
        <SmallMap counts={countsOf(states)} chosen={[code]} href="/rules#states" name="Choose another state" />
      </header>
      {state.data.provisions.length === 0 ? <Sheet><EmptyState title={`Nothing of ${state.data.name}’s own yet`} actions={<ButtonLink low kind="primary" href="/rules">Read the federal rules</ButtonLink>}>The desk holds no provision of this state. Federal law and the networks’ policies are checked; ask {state.data.board || "the board"} for the rest.</EmptyState></Sheet> : <Provisions state={state.data} />}
    </>
  );
}

const KNOWN: readonly [Known, string][] = [["read", "read at the source"], ["copy", "read in a copy"], ["recalled", "recalled"]];

function countInWords({ provisions }: StateView): string {
  const parts = KNOWN.map(([known, word]) => [tally(provisions, known), word] as const).filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `${provisions.length} ${provisions.length === 1 ? "provision" : "provisions"}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.`;
}

function Provisions({ state }: { state: StateView }) {
  const { hash, pathname } = usePlace(), { data: topics } = useQuery(topicsQuery);
  const chosen = state.provisions.find(({ id }) => id === hash), shown = chosen ?? byTopic(state.provisions)[0]!.provisions[0]!;
  const [titles, ruleTitles] = useMemo(() => [new Map(topics?.map(({ id, title }) => [id, title])), new Map(topics?.flatMap(({ rules }) => rules.map(({ id, title }) => [id, title] as const)))], [topics]);
  return (
    <div className={`sheet rules3${chosen ? " chosen" : ""}`}>
      <nav className="provs" aria-label="Provisions">
        {byTopic(state.provisions).map(({ topic, provisions }) => (
          <section key={topic}>
            <h2>{titles.get(topic) ?? plainly(topic)}</h2>
            <ul>{provisions.map((one) => <li key={one.id}><Link href={`${pathname}#${one.id}`} {...(one === shown ? { "aria-current": true } : {})}><span><span className="name">{headingOf(one)}</span><span className="cite">{one.citation}</span></span><KnownMark how={one.known} size={12} /></Link></li>)}</ul>
          </section>
        ))}
      </nav>
      <article className="prov">
        <p className="back only-p"><Link className="link" href={pathname}>All provisions of {state.name}</Link></p>
        <ProvisionBody provision={shown} heading={titles.get(shown.topics[0] ?? "") ?? plainly(shown.topics[0] ?? "other")} of={state.name} />
      </article>
      <Margin label="How we know and who asks" className="how">
        <ProvisionMargin provision={shown} titles={ruleTitles} />
        <Board state={state} />
      </Margin>
    </div>
  );
}

function Board({ state: { board, boardUrl, retention, notes } }: { state: StateView }) {
  return (
    <section>
      <h2>Who decides</h2>
      <p className="small muted">{boardUrl ? <a href={boardUrl} target="_blank" rel="noreferrer noopener">{board}</a> : board}</p>
      {retention ? <p className="small muted">Advertising is kept for {retention}.</p> : null}
      {notes.map((note) => <Note key={note} text={note} />)}
    </section>
  );
}

/** Other boards come as a line that ends in their address. */
function Note({ text }: { text: string }) {
  const [, words = text, url] = /^(.*?):? (https?:\/\/\S+)$/.exec(text) ?? [];
  return <p className="small muted">{url ? <a href={url} target="_blank" rel="noreferrer noopener">{words}</a> : text}</p>;
}
