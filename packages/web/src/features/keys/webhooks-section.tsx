import { EVENTS, type EventName, type Webhook } from "@chaperone/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextField } from "../../components/field.tsx";
import { Pill } from "../../components/pill.tsx";
import { Secret } from "../../components/secret.tsx";
import { EmptyState, GhostRows } from "../../components/states.tsx";
import { Row, Rows, Table } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { useHere, usePractice } from "../../lib/session.ts";

const STATES = { delivered: { kind: "clear", word: "Delivered" }, waiting: { kind: "wait", word: "Waiting" }, failed: { kind: "stop", word: "Failed" } } as const;
/** What waits goes out with the desk's next round: the page asks again until it has. */
const LOOK_AGAIN_MS = 2_000;

export function WebhooksSection() {
  const { id: practice, may } = useHere(), queryKey = ["practice", practice, "webhooks"], changed = () => queryClient.invalidateQueries({ queryKey });
  const webhooks = useQuery({ queryKey, queryFn: () => api.webhooks.list({ params: { practice } }), enabled: may("manage"), refetchInterval: ({ state }) => state.data?.some(({ enabled, lastState }) => enabled && lastState === "waiting") ? LOOK_AGAIN_MS : false });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: changed });
  if (!may("manage")) return <p className="small muted">Owners and compliance see where the desk sends word; owners decide it.</p>;
  if (!webhooks.data) return webhooks.isError ? <RefusalNotice error={webhooks.error} /> : <GhostRows rows={2} />;
  return (
    <>
      <RefusalNotice error={act.error} />
      {webhooks.data.length === 0 ? <EmptyState level={3} title="No webhook yet">The desk sends word to an address of yours when something happens: what happened and to which id, never anybody’s words.</EmptyState> : (
        <Rows label="Webhooks">
          {webhooks.data.map((webhook) => {
            const { id, url, events, enabled, lastState } = webhook, params = { practice, webhook: id };
            return (
              <Row key={id} title={url} detail={<>{events.join(", ")}<Deliveries webhook={webhook} practice={practice} mayTest={may("own") && enabled} /></>}
                actions={<>
                  {!enabled ? <Pill kind="wait" word="Paused" /> : lastState ? <Pill {...STATES[lastState]} /> : null}
                  {may("own") ? <><Button low kind="quiet" aria-label={`${enabled ? "Pause" : "Go on with"} ${url}`} onPress={() => act.mutate(() => api.webhooks.change({ params, body: { enabled: !enabled } }))}>{enabled ? "Pause" : "Go on"}</Button>
                    <Confirm label="Remove" of={url} title="Remove this webhook?" does="Remove" onConfirm={() => act.mutate(() => api.webhooks.remove({ params }))}>Nothing is sent to {url} any more, and its deliveries are forgotten.</Confirm></> : null}
                </>} />
            );
          })}
        </Rows>
      )}
      {may("own") ? <NewWebhook practice={practice} made={() => void changed()} /> : <p className="small muted">An owner adds and removes webhooks.</p>}
    </>
  );
}

function Deliveries({ webhook: { id, url, enabled }, practice, mayTest }: { webhook: Webhook; practice: string; mayTest: boolean }) {
  const [isOpen, turn] = useState(false), { timeZone } = usePractice(), params = { practice, webhook: id }, all = ["practice", practice, "webhooks"];
  const deliveries = useQuery({ queryKey: [...all, id], queryFn: () => api.webhooks.deliveries({ params }), enabled: isOpen, refetchInterval: ({ state }) => enabled && state.data?.some(({ state: stands }) => stands === "waiting") ? LOOK_AGAIN_MS : false });
  const test = useMutation({ mutationFn: () => api.webhooks.test({ params }), onSuccess: () => queryClient.invalidateQueries({ queryKey: all }) });
  return (
    <Disclosure title="Deliveries" onToggle={turn}>
      <div className="stack">
        <RefusalNotice error={test.error ?? deliveries.error} />
        {mayTest ? <div><Button low isPending={test.isPending} onPress={() => test.mutate()}>Send a test</Button></div> : null}
        {deliveries.data?.length === 0 ? <p>Nothing was sent yet.</p> : deliveries.data ? (
          <Table caption={`Deliveries to ${url}`} rows={deliveries.data} keyOf={(one) => one.id} columns={[
            { id: "at", title: "When", cell: ({ at }) => dayAndTime(at, timeZone) }, { id: "event", title: "Event", cell: ({ event }) => <span className="mono">{event}</span> },
            { id: "state", title: "State", cell: ({ state }) => <Pill {...STATES[state]} /> }, { id: "says", title: "Answer", cell: ({ status, says, attempts, nextAt }) => [status, says, attempts > 1 ? `${attempts} tries` : null, nextAt ? `again ${dayAndTime(nextAt, timeZone)}` : null].filter(Boolean).join(", ") },
          ]} />
        ) : null}
      </div>
    </Disclosure>
  );
}

function NewWebhook({ practice, made }: { practice: string; made: () => void }) {
  const [url, setUrl] = useState(""), [events, choose] = useState<EventName[]>([...EVENTS]);
  const make = useMutation({ mutationFn: () => api.webhooks.create({ params: { practice }, body: { url: url.trim(), events } }), onSuccess: () => { setUrl(""); made(); } });
  return (
    <section className="part">
      <h3>Add a webhook</h3>
      <form className="fields" onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <TextField label="Address" type="url" help="A public address that begins with https://." isRequired maxLength={2000} value={url} onChange={setUrl} />
        <fieldset className="set"><legend>What it is told</legend><div className="checks">{EVENTS.map((event) => <Checkbox key={event} isSelected={events.includes(event)} onChange={(on) => choose(EVENTS.filter((one) => one === event ? on : events.includes(one)))}><span className="mono">{event}</span></Checkbox>)}</div></fieldset>
        <RefusalNotice error={make.error} />
        {make.data ? <Secret title="The signing secret" label="Secret" value={make.data.secret}>Every delivery is signed with it, so that you can tell ours from others. It is not shown again.</Secret> : null}
        <div><Button type="submit" isDisabled={events.length === 0} isPending={make.isPending}>Add the webhook</Button></div>
      </form>
    </section>
  );
}
