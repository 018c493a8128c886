import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useState } from "react";
import { Button } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { Link, useGo } from "../components/link.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Segments } from "../components/segments.tsx";
import { Sheet } from "../components/sheet.tsx";
import { STATE_NAMES, StateMap, TilesKey } from "../components/state-tiles.tsx";
import { Broken, EmptyState, Waiting } from "../components/states.tsx";
import { findRules } from "../features/rules/find-rules.ts";
import { KNOWN_SAYS } from "../features/rules/known-says.ts";
import { countsOf, statesQuery, topicsQuery } from "../features/rules/queries.ts";
import { TopicList } from "../features/rules/topic-list.tsx";
import { HowWeKnow, type Known } from "../components/how-we-know.tsx";
import { inWords } from "../lib/api.ts";
import { usePlace } from "../lib/place.ts";
import { usePractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

const VIEWS = [{ id: "topics", label: "By topic" }, { id: "states", label: "By state" }] as const;

export function RulesPage() {
  useTitle("Rules");
  const { hash, pathname } = usePlace(), go = useGo(), view = hash === "states" ? "states" : "topics";
  return (
    <>
      <PageHead title="Rules" actions={<Segments label="How to look" choices={[...VIEWS]} chosen={view} onChoose={(next) => go(next === "states" ? `${pathname}#states` : pathname)} />}>What the desk looks for, why, and how we know. This is not legal advice.</PageHead>
      {view === "topics" ? <Topics at={hash} /> : <States />}
    </>
  );
}

function Topics({ at }: { at: string }) {
  const topics = useQuery(topicsQuery), [sought, seek] = useState(""), now = useDeferredValue(sought), isHere = topics.data !== undefined;
  useEffect(() => { if (isHere && at) document.getElementById(at)?.scrollIntoView(); }, [isHere, at]);
  if (topics.isError) return <Sheet><Unread error={topics.error} again={() => void topics.refetch()} /></Sheet>;
  if (!topics.data) return <Sheet><Waiting what="Opening the rules" lines={8} /></Sheet>;
  const found = findRules(topics.data, now), count = found.reduce((sum, { rules }) => sum + rules.length, 0);
  return (
    <Sheet className="rules-browse" margin={<Legend />} marginWidth={312} marginClass="how">
      <div className="pad">
        <div className="rules-find"><TextField label="Find a rule" type="search" value={sought} onChange={seek} autoComplete="off" help={<span role="status">{now.trim() ? `${count} ${count === 1 ? "rule" : "rules"}` : `${count} rules on ${topics.data.length} topics`}</span>} /></div>
        {count === 0 ? <EmptyState title="No rule by these words" actions={<Button low onPress={() => seek("")}>Show all rules</Button>}>Try the thing itself: “raffle”, “before”, “review”, “board”.</EmptyState> : <TopicList topics={found} />}
      </div>
    </Sheet>
  );
}

function States() {
  const states = useQuery(statesQuery), practice = usePractice();
  if (states.isError) return <Sheet><Unread error={states.error} again={() => void states.refetch()} /></Sheet>;
  if (!states.data) return <Sheet><Waiting what="Opening the states" lines={8} /></Sheet>;
  return (
    <Sheet margin={<Legend />} marginWidth={312} marginClass="how">
      <div className="pad">
        <StateMap label="States, by number of provisions" counts={countsOf(states.data)} chosen={practice.states} hrefOf={(code) => `/rules/states/${code}`} />
        <TilesKey />
        <p className="small muted" style={{ marginTop: 8 }}>{practice.name} sees patients in {new Intl.ListFormat("en-US").format(practice.states.map((code) => STATE_NAMES[code] ?? code))}.</p>
        <ul className="state-list">{states.data.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ code, name, provisions, read }) => <li key={code}><Link href={`/rules/states/${code}`}><span className="grow">{name}</span><span className="mono faint">{read} of {provisions} read</span></Link></li>)}</ul>
      </div>
    </Sheet>
  );
}

const Legend = () => (
  <>
    <section><h2>How we know</h2>{(["read", "copy", "recalled"] as Known[]).map((known) => <p key={known} className="small muted"><HowWeKnow how={known} /><br />{KNOWN_SAYS[known]}</p>)}</section>
    <section><h2>What no rule can see</h2><p className="small muted">Some provisions no machine can check. Their pages say so, and the person who approves looks.</p></section>
    <section><h2>Not legal advice</h2><p className="small muted">What stands here is our paraphrase. Where it matters, ask a lawyer or the board.</p></section>
  </>
);

/** Before there is a rule or a state to name, and where there is none. */
export const Unnamed = ({ children }: { children: React.ReactNode }) => <><PageHead title="Rules" /><Sheet>{children}</Sheet></>;

export const Unread = ({ error, again }: { error: unknown; again: () => void }) => <Broken title="The rules cannot be read now" actions={<Button low onPress={again}>Read them again</Button>}>{inWords(error).says} {inWords(error).next} Checks go on as before.</Broken>;
