import { count, NETWORK_IDS, type ProvisionView } from "@chaperone/contract";
import { HowWeKnow } from "../../components/how-we-know.tsx";
import { Link } from "../../components/link.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { CopyButton } from "../../components/secret.tsx";
import { Examples } from "./example.tsx";
import { KNOWN_SAYS } from "./known-says.ts";

/** What stands in the margin: how we know it, and what the desk does about it. */
export function ProvisionMargin({ provision: { known, asOf, url, rules }, titles }: { provision: ProvisionView; titles: ReadonlyMap<string, string> }) {
  return (
    <>
      <section>
        <h2>How we know</h2>
        <p><HowWeKnow how={known} date={asOf} /></p>
        <p className="small muted">{KNOWN_SAYS[known]}</p>
        {url ? <a className="link small" href={url} target="_blank" rel="noreferrer noopener">{new URL(url).hostname.replace(/^www\./, "")}</a> : null}
      </section>
      <section>
        <h2>What the desk does</h2>
        {rules.length === 0 ? <p className="small muted">No rule enforces this one: it takes a person to see it. The person who approves looks.</p>
          : <ul className="stack">{rules.map((id) => <li key={id} className="small"><Link className="link" href={`/rules/${id}`}>{titles.get(id) ?? id}</Link></li>)}</ul>}
      </section>
      <section><p className="small muted">Our paraphrase, not the law’s own words, and not legal advice.</p></section>
    </>
  );
}

export function ProvisionBody({ provision: { citation, summary, verbatim, rules }, heading, of }: { provision: ProvisionView; heading: string; of: string }) {
  return (
    <>
      <p className="cite">{citation}</p>
      <h2>{heading}</h2>
      <p>{summary}</p>
      {verbatim ? <Wording text={verbatim} of={of} /> : null}
      <Examples rule={rules[0]} />
    </>
  );
}

/** Wording that a law itself prescribes, in a black frame, with where it fits. */
export function Wording({ text, of }: { text: string; of: string }) {
  return (
    <figure className="law-text">
      <figcaption><span className="grow">The wording that {of} prescribes</span><CopyButton value={text} what="the prescribed wording" /></figcaption>
      <blockquote>{text}</blockquote>
      <p className="tiny muted">{whereItFits(text)}</p>
    </figure>
  );
}

function whereItFits(text: string): string {
  const tooSmall = NETWORK_IDS.map((network) => ({ network, ...count(network, text) })).filter(({ over }) => over > 0).map(({ network, limit }) => `${channelName(network)} (${limit})`);
  const length = `${text.length} characters.`;
  return tooSmall.length === 0 ? `${length} It fits every network.` : `${length} It does not fit one post on ${new Intl.ListFormat("en-US", { type: "disjunction" }).format(tooSmall)}.`;
}
