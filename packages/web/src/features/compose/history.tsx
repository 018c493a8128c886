/** Everything that happened to the words: versions with what changed, who agreed, what was let stand. */
import type { Post, Version } from "@chaperone/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Pill } from "../../components/pill.tsx";
import { Broken, GhostRows } from "../../components/states.tsx";
import { inWords } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { changesBetween } from "../../lib/changes.ts";
import { versionsQuery } from "../../lib/post-queries.ts";

interface HistoryProps { practice: string; post: Post; zone: string; onTake?: ((version: Version) => void) | undefined; close: () => void }

const LAPSED: Record<string, string> = { "edited": "lapsed when the words changed", "approver-left": "lapsed when the person left", "decided-again": "replaced by a later decision" };

export function History({ practice, post, zone, onTake, close }: HistoryProps) {
  const { data: versions, error } = useQuery(versionsQuery(practice, post.id));
  return (
    <Dialog title="History" wide isOpen onOpenChange={(open) => { if (!open) close(); }}>
      <Decisions post={post} zone={zone} />
      <h3 className="label">Versions</h3>
      {error ? <Broken title="The versions did not come" level={3}>{inWords(error).says}</Broken> : !versions ? <GhostRows rows={3} what="Opening the versions" />
        : versions.length === 0 ? <p className="small muted">Nothing has been submitted yet. Each text that is submitted stays here as it was.</p>
        : <ol className="versions">{versions.map((version, at) => <VersionRow key={version.hash} version={version} before={versions[at + 1]} zone={zone} isCurrent={version.hash === post.version} onTake={onTake && (() => { close(); onTake(version); })} />)}</ol>}
    </Dialog>
  );
}

function Decisions({ post: { approvals, overrides }, zone }: Pick<HistoryProps, "post" | "zone">) {
  if (approvals.length + overrides.length === 0) return null;
  return (
    <>
      <h3 className="label">Decisions</h3>
      <ul className="decisions small">
        {approvals.map(({ id, person, decision, note, at, lapsedAt, lapsedWhy }) => (
          <li key={id}><p><b>{person.name}</b> {decision === "approved" ? "approved" : "returned it"} on {dayAndTime(at, zone)}{lapsedAt ? `; ${LAPSED[lapsedWhy ?? ""] ?? "lapsed since"}` : ""}.</p>{note ? <blockquote>{note}</blockquote> : null}</li>
        ))}
        {overrides.map(({ id, rule, reason, askedBy, askedAt, decidedBy, granted }) => (
          <li key={id}><p><b>{askedBy.name}</b> asked on {dayAndTime(askedAt, zone)} for an exception from <span className="mono">{rule}</span>; {granted === null ? "nobody has decided yet" : `${decidedBy?.name ?? "Someone"} ${granted ? "let it stand" : "refused"}`}.</p><blockquote>{reason}</blockquote></li>
        ))}
      </ul>
    </>
  );
}

const SHOWN = 12;
const VERDICTS = { clear: "Clear", question: "Question", stop: "Stop" } as const;

function VersionRow({ version, before, zone, isCurrent, onTake }: { version: Version; before: Version | undefined; zone: string; isCurrent: boolean; onTake?: (() => void) | undefined }) {
  const [isOpen, open] = useState(false), changes = before ? changesBetween(before.content.text, version.content.text) : [];
  return (
    <li>
      <div className="row wrap">
        <b>Version {version.number}</b><span className="small muted">{version.author.name}, {dayAndTime(version.at, zone)}</span>
        {version.verdict ? <Pill kind={version.verdict} word={VERDICTS[version.verdict]} /> : null}
        {isCurrent ? <span className="small faint">current</span> : null}<span className="grow" />
        <Button low kind="quiet" onPress={() => open(!isOpen)} aria-expanded={isOpen}>{isOpen ? "Close" : "Show"}<span className="vh"> version {version.number}</span></Button>
        {onTake && !isCurrent ? <Button low kind="quiet" onPress={onTake}>Go back to it</Button> : null}
      </div>
      {isOpen ? <div className="version-text">
        <p className="serif">{version.content.text}</p>
        {before ? <ul className="changes">{changes.slice(0, SHOWN).map(({ was, is, start }) => <li key={`${start}:${was}`}><p>{was.trim() ? <del>{was}</del> : null}{is.trim() ? <ins>{is}</ins> : null}</p></li>)}{changes.length === 0 ? <li className="small muted">The shared text is the same as in version {before.number}.</li> : null}</ul> : null}
        <p className="tiny faint mono">{version.hash}</p>
      </div> : null}
    </li>
  );
}
