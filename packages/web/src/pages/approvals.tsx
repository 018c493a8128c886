import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, EmptyState, GhostRows } from "../components/states.tsx";
import { type Decision, RefusedDecision } from "../features/approvals/deciding.tsx";
import { DecisionSheet } from "../features/approvals/decision.tsx";
import { Done } from "../features/approvals/done.tsx";
import { addressOf, elementOf, MatterList } from "../features/approvals/matter-list.tsx";
import { type Approvals, type Matter, mattersOf, nextMine, stepFrom } from "../features/approvals/matters.ts";
import { approvalsQuery } from "../features/approvals/queries.ts";
import { type Decided, useCheckAgain, useDecide } from "../features/approvals/use-decide.ts";
import { useKeys } from "../features/approvals/use-keys.ts";
import { whyNot } from "../features/approvals/why-not.ts";
import "../features/approvals/approvals.css";
import { inWords } from "../lib/api.ts";
import { useNow } from "../lib/now.ts";
import { replace, usePlace } from "../lib/place.ts";
import { postQuery } from "../lib/post-queries.ts";
import { meQuery, postsChanged, useChannels, useHere } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

export function ApprovalsPage() {
  useTitle("Approvals");
  const here = useHere(), { data: approvals, error, refetch } = useQuery(approvalsQuery(here.id)), { data: me } = useQuery(meQuery);
  if (error && !approvals) return <><PageHead title="Approvals" /><Sheet><Broken title="What waits cannot be read" actions={<Button low onPress={() => void refetch()}>Ask again</Button>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet></>;
  if (!approvals || !me) return <><PageHead title="Approvals" /><Sheet><GhostRows rows={5} what="Opening what waits" /></Sheet></>;
  return <Waiting approvals={approvals} me={me.person.id} />;
}

/** The address says which one is on the sheet; without one it is the first, and on a phone the list. */
function Waiting({ approvals, me }: { approvals: Approvals; me: string }) {
  const here = useHere(), now = useNow(), on = new URLSearchParams(usePlace().search).get("on");
  const matters = mattersOf(approvals, { me, mayOverride: here.may("override") }), found = matters.find(({ id }) => id === on), chosen = found ?? matters[0];
  const [begun, begin] = useState<{ id: string; decision: Decision } | null>(null), [done, setDone] = useState<Decided | null>(null);

  const show = (matter: Matter | undefined): void => { replace(matter ? addressOf(matter) : "/approvals"); if (matter) document.getElementById(elementOf(matter))?.focus(); };
  const start = (decision: Decision | null): void => { setDone(null); begin(decision && chosen ? { id: chosen.id, decision } : null); };
  useKeys({
    onStep: (by) => show(stepFrom(matters, chosen?.id ?? null, by)),
    onAgree: () => { if (chosen?.isMine) start(chosen.override ? "granted" : "approved"); },
    onRefuse: () => { if (chosen?.isMine) start(chosen.override ? "refused" : "returned"); },
  });
  return (
    <div className={`approvals${found ? " one" : ""}`}>
      {done ? <div className="across"><Done decided={done} zone={here.timeZone} /></div> : null}
      <MatterList matters={matters} decided={approvals.decided} chosen={chosen?.id ?? null} zone={here.timeZone} now={now} mayDecide={here.may("approve")} />
      {chosen
        ? <Chosen key={chosen.id} matter={chosen} me={me} isAlone={found !== undefined} deciding={begun?.id === chosen.id ? begun.decision : null} onBegin={start} onDecided={(decided) => { begin(null); setDone(decided); show(nextMine(matters, chosen.id)); }} />
        : <Sheet><EmptyState title="Nothing waits for a decision" actions={here.may("write") ? <ButtonLink low kind="primary" href="/compose">Write a post</ButtonLink> : undefined}>What is submitted for approval is read and decided here, each version for itself. A change to the words asks anew.</EmptyState></Sheet>}
    </div>
  );
}

interface ChosenProps { matter: Matter; me: string; isAlone: boolean; deciding: Decision | null; onBegin: (decision: Decision | null) => void; onDecided: (decided: Decided) => void }

function Chosen({ matter, me, isAlone, deciding, onBegin, onDecided }: ChosenProps) {
  const here = useHere(), channels = useChannels(), now = useNow(), { override } = matter;
  const { data: post, error, refetch } = useQuery({ ...postQuery(here.id, matter.post.id), ...("content" in matter.post ? { placeholderData: matter.post } : {}) });
  const decide = useDecide(here.id, onDecided), again = useCheckAgain(here.id, () => decide.reset());
  if (error && !post) return <Sheet><Broken title="This post does not open" actions={<Button low onPress={() => void refetch()}>Try again</Button>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet>;
  if (!post) return <Sheet><GhostRows rows={5} what="Opening the post" /></Sheet>;
  const wrong = again.error ?? decide.error;
  return (
    <DecisionSheet
      practice={here.id} post={post} override={override} channels={channels} zone={here.timeZone} now={now} isAlone={isAlone} deciding={deciding} isSending={decide.isPending || again.isPending} onBegin={onBegin}
      whyNot={whyNot(matter, post, { me, mayDecide: here.may(override ? "override" : "approve") })} onDecide={(decision, note) => decide.mutate({ post, override, decision, note })}
      refused={wrong ? <RefusedDecision error={wrong} post={post.id} onCheckAgain={() => again.mutate(post.id)} onLookAgain={() => { decide.reset(); onBegin(null); void postsChanged(here.id); }} /> : null}
    />
  );
}
