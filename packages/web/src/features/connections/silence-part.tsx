import type { ConnectionsPage } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Switch } from "../../components/choices.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { api } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { useHere } from "../../lib/session.ts";
import { toast } from "../../lib/toast.ts";
import { useAct } from "../../lib/use-act.ts";
import { connectionsChanged } from "./queries.ts";

/** One switch over everything that goes out by itself: for a day of mourning, a recall, or a mistake that somebody is looking at. */
export function SilencePart({ silence: { since, why, by } }: Pick<ConnectionsPage, "silence">) {
  const { id: practice, timeZone, may } = useHere(), params = { practice }, mayChange = may("schedule");
  const [isAsking, ask] = useState(false), [reason, write] = useState(""), { act, says, isActing } = useAct();
  const done = (words: string) => async (): Promise<void> => { await connectionsChanged(practice); ask(false); write(""); toast({ says: words }); };
  const beSilent = (): void => act(() => api.connections.beSilent({ params, body: { why: reason.trim() } }).then(done("The desk is silent.")));
  const speak = (): void => act(() => api.connections.speakAgain({ params }).then(done("Posts go out again.")));
  return (
    <section className="silence" aria-label="Silence">
      {since ? <Notice kind="question" title={`Silent since ${dayAndTime(since, timeZone)}${by ? `, by ${by.name}` : ""}`}>{why ? `${why} ` : ""}Nothing goes out by itself. What misses its time asks for a new one.</Notice> : null}
      <Switch isSelected={since !== null || isAsking} isDisabled={!mayChange || isActing} onChange={(on) => { if (on) ask(true); else if (since) speak(); else ask(false); }} detail={since ? "Turn it off, and posts whose time is still ahead go out again." : "Nothing goes out by itself, on any channel, until somebody turns this off."}>Silence</Switch>
      {isAsking && !since ? (
        <form className="silence-why" onSubmit={(event) => { event.preventDefault(); beSilent(); }}>
          <TextField label="Why" help="Whoever opens this page reads it." isRequired maxLength={500} value={reason} onChange={write} autoFocus />
          <div className="row"><Button low kind="held" type="submit" isDisabled={reason.trim() === ""} isPending={isActing}>Be silent</Button><Button low kind="quiet" onPress={() => ask(false)}>Leave it</Button></div>
        </form>
      ) : null}
      {says ? <Notice kind="stop">{says.says} {says.next}</Notice> : null}
    </section>
  );
}
