/** The margin: what the check says with the author's answers, what changed since the last decision, and why this takes a person. */
import type { Channel, DeskFinding, Override, Post } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { Finding, FindingLine } from "../../components/finding.tsx";
import { Shape } from "../../components/shape.tsx";
import { countInWords } from "../../lib/counting.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { lawsOf } from "../../lib/laws.ts";
import { versionsQuery } from "../../lib/post-queries.ts";
import { firstName } from "../../lib/standing.ts";
import { changedSince, decidedBefore } from "./going-out.ts";

interface DeskSaysProps { practice: string; post: Post; override: Override | null; channels: readonly Channel[]; zone: string; findings: readonly DeskFinding[]; open: DeskFinding | null; onOpen: (finding: DeskFinding | null) => void }

export function DeskSays({ practice, post, override, channels, zone, findings, open, onOpen }: DeskSaysProps) {
  return (
    <>
      <div className="findings">
        {override ? <section className="asks stop"><h3>{override.askedBy.name} asks to let this stand</h3><blockquote>{override.reason}</blockquote><p className="tiny faint">{dayAndTime(override.askedAt, zone)}</p></section> : null}
        {findings.length === 0 ? <div className="allclear clear"><Shape kind={post.receipt ? "clear" : "stop"} size={30} /><b>{post.receipt ? "Nothing to say." : "It was not read to the end."}</b></div> : null}
        {findings.map((finding, at) => finding === open
          ? <OpenFinding key={at} finding={finding} number={at + 1} post={post} onClose={() => onOpen(null)} />
          : <FindingLine key={at} severity={finding.severity} number={at + 1} what={finding.message} action={reasonFor(post, finding) ? <span className="answer-mark tiny"><Shape kind="clear" size={14} />Answered</span> : undefined} onOpen={() => onOpen(finding)} />)}
      </div>
      <SinceThen practice={practice} post={post} channels={channels} zone={zone} />
      {post.receipt && post.receipt.risks.length > 0 ? <section className="part"><h3>Why it takes a person</h3><ul className="because">{post.receipt.risks.map((why) => <li key={why}>{why}</li>)}</ul></section> : null}
      <p className="part tiny faint">A check is not legal advice; a person approves.</p>
    </>
  );
}

const reasonFor = ({ content }: Post, { rule, severity }: DeskFinding): string | undefined => (severity === "question" ? content.reasons.find((one) => one.rule === rule)?.reason : undefined);

function OpenFinding({ finding, number, post, onClose }: { finding: DeskFinding; number: number; post: Post; onClose: () => void }) {
  const reason = reasonFor(post, finding), exception = post.overrides.find((one) => one.granted === true && one.rule === finding.rule && one.version === post.version);
  return (
    <Finding severity={finding.severity} number={number} what={finding.by === "second-reader" ? `The second reader asks: ${finding.message}` : finding.message} why={finding.why} laws={lawsOf(finding.authorities, `/rules/${finding.rule}`)}
      instead={<span className="advice">{finding.instead}</span>} onClose={onClose}>
      {reason ? <p className="reason"><span className="label">{firstName(post.author.name)} answers</span>{reason}</p> : null}
      {exception ? <p className="reason"><span className="label">{exception.decidedBy?.name ?? "A second person"} let it stand</span>{exception.reason}</p> : null}
    </Finding>
  );
}

/** Only where somebody has decided before: the words that person read are the ones to compare with. */
function SinceThen({ practice, post, channels, zone }: Pick<DeskSaysProps, "practice" | "post" | "channels" | "zone">) {
  const before = decidedBefore(post), { data: versions } = useQuery({ ...versionsQuery(practice, post.id), enabled: before !== null });
  const then = versions?.find(({ hash }) => hash === before?.version);
  if (!before || !then) return null;
  const { words, else: more } = changedSince(then.content, post.content, (id) => channels.find((one) => one.id === id)?.name ?? "a removed channel"), count = words.length + more.length;
  return (
    <section className="part">
      <h3>{count === 0 ? "Nothing" : countInWords(count, "thing", "things")} changed since {before.person.name} {before.decision === "approved" ? "approved it" : "returned it"}</h3>
      <p className="tiny faint">{dayAndTime(before.at, zone)}, version {then.number}</p>
      {before.note ? <blockquote>{before.note}</blockquote> : null}
      <ul className="changes">
        {words.map(({ was, is, start }) => <li key={`${start}:${was}`}><p>{was.trim() ? <del>{was}</del> : null}{is.trim() ? <ins>{is}</ins> : null}</p></li>)}
        {more.map((says) => <li key={says} className="small">{says}</li>)}
      </ul>
    </section>
  );
}
