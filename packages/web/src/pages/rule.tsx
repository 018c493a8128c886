import { useQuery } from "@tanstack/react-query";
import { Refused, type RuleView } from "@chaperone/contract";
import { ButtonLink } from "../components/button.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { HowWeKnow } from "../components/how-we-know.tsx";
import { Link } from "../components/link.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Pill } from "../components/pill.tsx";
import { Sheet } from "../components/sheet.tsx";
import { EmptyState, Waiting } from "../components/states.tsx";
import { STATE_NAMES } from "../components/state-tiles.tsx";
import { Example } from "../features/rules/example.tsx";
import { ruleQuery, topicsQuery } from "../features/rules/queries.ts";
import { useParams } from "../lib/routes.tsx";
import { useTitle } from "../lib/title.ts";
import "../features/rules/rules.css";
import { Unnamed, Unread } from "./rules.tsx";

const WEIGHT = { stop: ["Stop", "must not go out so"], question: ["Question", "asks for a reason"], note: ["Note", "informs, holds nothing"] } as const;

export function RulePage() {
  const { topic, rule: id } = useParams() as { topic: string; rule: string }, rule = useQuery(ruleQuery(topic, id)), { data: topics } = useQuery(topicsQuery);
  useTitle(rule.data?.title ?? "Rule");
  if (rule.error instanceof Refused && rule.error.code === "not-found") return <Unnamed><EmptyState title="There is no such rule" actions={<ButtonLink low kind="primary" href="/rules">All rules</ButtonLink>}>It may have been merged into another. Look for its words.</EmptyState></Unnamed>;
  if (rule.isError) return <Unnamed><Unread error={rule.error} again={() => void rule.refetch()} /></Unnamed>;
  if (!rule.data) return <Unnamed><Waiting what="Opening the rule" lines={8} /></Unnamed>;
  return (
    <>
      <PageHead title={rule.data.title} actions={<Pill kind={rule.data.severity} word={WEIGHT[rule.data.severity][0]}>{WEIGHT[rule.data.severity][1]}</Pill>}>
        <Link href="/rules">Rules</Link> · <Link href={`/rules#${topic}`}>{topics?.find((one) => one.id === topic)?.title ?? topic}</Link> · <span className="mono">{rule.data.id}</span>
      </PageHead>
      <Sheet margin={<Law rule={rule.data} />} marginWidth={340} marginClass="how" marginLabel="The law behind it"><Body rule={rule.data} /></Sheet>
    </>
  );
}

function Body({ rule }: { rule: RuleView }) {
  return (
    <article className="prov rule">
      <h2>What it says</h2>
      <p>{rule.what.replaceAll("{match}", "…")}</p>
      <h2>Why</h2>
      <p>{rule.why}</p>
      <h2>Instead</h2>
      <p className="instead">{rule.instead}</p>
      <h2>How the desk reads it</h2>
      <ul className="ex">
        {rule.flag.map((sentence) => <Example key={sentence} kind={rule.severity} sentence={sentence} />)}
        {rule.pass.map((sentence) => <Example key={sentence} kind="clear" sentence={sentence} />)}
      </ul>
      {rule.phrases.length > 0 ? <div style={{ marginTop: 20 }}><Disclosure title={`What it listens for, ${rule.phrases.length} phrases`}><ul className="mono">{rule.phrases.map((phrase) => <li key={phrase}>{phrase}</li>)}</ul></Disclosure></div> : null}
    </article>
  );
}

function Law({ rule: { provisions, states, surfaces } }: { rule: RuleView }) {
  return (
    <>
      <section>
        <h2>The law behind it</h2>
        <ul className="stack">
          {provisions.map(({ id, citation, summary, known, asOf, url, title }) => (
            <li key={id} className="small"><span className="cite">{url ? <a href={url} target="_blank" rel="noreferrer noopener">{citation}</a> : citation}</span>{title ? <span className="faint"> {title}</span> : null}<p className="muted">{summary}</p><HowWeKnow how={known} date={asOf} /></li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Where it holds</h2>
        {states.length === 0 ? <p className="small muted">In every state.</p> : <p className="small">{states.map((code, at) => <span key={code}>{at > 0 ? ", " : ""}<Link href={`/rules/states/${code}`}>{STATE_NAMES[code] ?? code}</Link></span>)}</p>}
        <p className="small muted">It reads {new Intl.ListFormat("en-US").format(surfaces.map((surface) => PLURAL[surface]))}.</p>
      </section>
      <section><p className="small muted">Our paraphrase, not the law’s own words, and not legal advice.</p></section>
    </>
  );
}

const PLURAL: Record<RuleView["surfaces"][number], string> = { post: "posts", reply: "replies", message: "messages", ad: "ads", giveaway: "giveaways", profile: "profiles", caption: "captions" };
