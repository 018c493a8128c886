import { type Scope, SCOPES } from "@chaperone/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { DateField } from "../../components/date-field.tsx";
import { TextField } from "../../components/field.tsx";
import { Pill } from "../../components/pill.tsx";
import { Secret } from "../../components/secret.tsx";
import { EmptyState, GhostRows } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { date, dayOf, lasting } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { useHere, usePractice } from "../../lib/session.ts";

const SCOPE_WORDS: Record<Scope, { label: string; detail: string }> = {
  read: { label: "Read", detail: "The practice, its posts and its plan." },
  write: { label: "Write", detail: "Drafts and checks. Never an approval." },
  schedule: { label: "Schedule", detail: "Only what people have approved." },
  record: { label: "Record", detail: "The audit chain, for safekeeping elsewhere." },
};

export function KeysSection() {
  const { id: practice, may } = useHere(), { timeZone } = usePractice(), queryKey = ["practice", practice, "keys"];
  const keys = useQuery({ queryKey, queryFn: () => api.keys.list({ params: { practice } }), enabled: may("manage") });
  const revoke = useMutation({ mutationFn: (key: string) => api.keys.revoke({ params: { practice, key } }), onSuccess: () => queryClient.invalidateQueries({ queryKey }) });
  if (!may("manage")) return <p className="small muted">Owners and compliance see the keys of the practice; owners make them.</p>;
  if (!keys.data) return keys.isError ? <RefusalNotice error={keys.error} /> : <GhostRows rows={2} />;
  return (
    <>
      <RefusalNotice error={revoke.error} />
      {keys.data.length === 0 ? <EmptyState level={3} title="No key yet">A key lets another program read or write here, such as your website or a script. It never approves: that takes a person.</EmptyState> : (
        <Rows label="API keys">
          {keys.data.map(({ id, name, starts, scopes, expiresAt, lastUsedAt }) => (
            <Row key={id} title={name} detail={<><span className="mono">{starts}…</span> · {scopes.map((scope) => SCOPE_WORDS[scope].label).join(", ")} · {lastUsedAt ? `used ${lasting(lastUsedAt, new Date())} ago` : "never used"}{expiresAt ? ` · until ${date(expiresAt, timeZone)}` : ""}</>}
              actions={<>{expiresAt && Date.parse(expiresAt) < Date.now() ? <Pill kind="stop" word="Ran out" /> : null}{may("own") ? <Confirm label="Revoke" of={name} title={`Revoke ${name}?`} does="Revoke" onConfirm={() => revoke.mutate(id)}>Whatever uses it is refused from this moment on.</Confirm> : null}</>} />
          ))}
        </Rows>
      )}
      {may("own") ? <NewKey practice={practice} zone={timeZone} made={() => void queryClient.invalidateQueries({ queryKey })} /> : <p className="small muted">An owner makes and revokes keys.</p>}
    </>
  );
}

function NewKey({ practice, zone, made }: { practice: string; zone: string; made: () => void }) {
  const [name, setName] = useState(""), [scopes, choose] = useState<Scope[]>(["read"]), [until, setUntil] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: () => api.keys.create({ params: { practice }, body: { name: name.trim(), scopes, expiresAt: until ? `${until}T23:59:59.000Z` : null } }),
    onSuccess: () => { setName(""); made(); },
  });
  return (
    <section className="part">
      <h3>Make a key</h3>
      <form className="fields" onSubmit={(event) => { event.preventDefault(); make.mutate(); }}>
        <div className="pair"><TextField label="What uses it" isRequired maxLength={80} value={name} onChange={setName} /><DateField label="Until" help="May stay empty." min={dayOf(new Date(), zone)} value={until} onChange={setUntil} /></div>
        <fieldset className="set"><legend>What it may do</legend>{SCOPES.map((scope) => <Checkbox key={scope} isSelected={scopes.includes(scope)} detail={SCOPE_WORDS[scope].detail} onChange={(on) => choose(SCOPES.filter((one) => one === scope ? on : scopes.includes(one)))}>{SCOPE_WORDS[scope].label}</Checkbox>)}</fieldset>
        <RefusalNotice error={make.error} />
        {make.data ? <Secret title={`The key for ${make.data.key.name}`} label="Key" value={make.data.secret}>Copy it now. The desk keeps only its hash, and it is not shown again.</Secret> : null}
        <div><Button type="submit" isDisabled={scopes.length === 0} isPending={make.isPending}>Make the key</Button></div>
      </form>
    </section>
  );
}
