import type { Post } from "@chaperone/contract";
import { Link } from "../../components/link.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { dayAndTime } from "../../lib/dates.ts";

/** Whose words these are, who said yes, and where the proof stands. */
export function PostFacts({ post: { id, author, approvals, version, pillar, content, plannedFor }, zone }: { post: Post; zone: string }) {
  const agreed = approvals.filter((one) => one.decision === "approved" && one.version === version && one.lapsedAt === null);
  return (
    <div className="post-facts stack">
      <p className="quote" dir="auto">{content.text}</p>
      <PillarMark pillar={pillar} />
      <dl className="small">
        <div><dt>Written</dt><dd>by {author.name}</dd></div>
        {agreed.map((one) => <div key={one.id}><dt>Approved</dt><dd>by {one.person.name}<br />{dayAndTime(one.at, zone)}</dd></div>)}
        {plannedFor ? <div><dt>Planned</dt><dd>{dayAndTime(plannedFor, zone)}</dd></div> : null}
        {version ? <div><dt>Version</dt><dd className="mono">{version.slice(0, 12)}</dd></div> : null}
      </dl>
      <p className="small"><Link className="link" href={`/record?post=${id}`}>Everything that the record has of it</Link></p>
    </div>
  );
}
