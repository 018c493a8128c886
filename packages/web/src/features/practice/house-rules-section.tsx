import type { HouseRule, Reply, Routes } from "@chaperone/contract";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Switch } from "../../components/choices.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { TextArea, TextField } from "../../components/field.tsx";
import { Shape } from "../../components/shape.tsx";
import { EmptyState, GhostRows } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api } from "../../lib/api.ts";
import { date } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { houseRulesQuery } from "../../lib/post-queries.ts";
import { useHere, usePractice } from "../../lib/session.ts";
import { EXAMPLE_RULE } from "./example-rule.ts";
import { cutAt } from "./cut-at.ts";
import { Leaving, ReadOnly } from "./practice-form.tsx";

type Tried = Reply<Routes["houseRules"]["try"]>;

export function HouseRulesSection() {
  const { id: practice, may } = useHere(), { timeZone } = usePractice(), [open, edit] = useState<HouseRule | "new" | null>(null);
  const rules = useQuery(houseRulesQuery(practice)), mayChange = may("manage");
  const changed = () => queryClient.invalidateQueries({ queryKey: ["practice", practice] });
  const act = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: changed });
  if (!rules.data) return rules.isError ? <RefusalNotice error={rules.error} /> : <GhostRows rows={2} />;
  if (open) return <Editor key={open === "new" ? "new" : open.id} practice={practice} rule={open === "new" ? null : open} close={() => edit(null)} changed={() => void changed()} />;
  const add = <Button low icon={IconPlus} onPress={() => edit("new")}>Write a rule</Button>;
  return (
    <>
      {mayChange ? null : <ReadOnly />}
      <RefusalNotice error={act.error} />
      {rules.data.length === 0 ? <EmptyState level={3} title="No rule of your own yet" actions={mayChange ? add : null}>A house rule says what this practice never says, besides the law: a competitor’s name, a price, a word the doctor dislikes.</EmptyState> : (
        <Rows label="House rules">
          {rules.data.map((rule) => { const { id, name, yaml, enabled, changedAt } = rule; return (
            <Row key={id} title={name} detail={`Changed ${date(changedAt, timeZone)}`}
              actions={mayChange ? <>
                <Switch isSelected={enabled} isDisabled={act.isPending} aria-label={`${name} is in force`} onChange={(on) => act.mutate(() => api.houseRules.change({ params: { practice, rule: id }, body: { name, yaml, enabled: on } }))}>{enabled ? "In force" : "Off"}</Switch>
                <Button low kind="quiet" aria-label={`Change ${name}`} onPress={() => edit(rule)}>Change</Button>
                <Confirm label="Remove" of={name} title={`Remove ${name}?`} does="Remove" onConfirm={() => act.mutate(() => api.houseRules.remove({ params: { practice, rule: id } }))}>Open posts are checked again without it. The record keeps that it was here.</Confirm>
              </> : enabled ? "In force" : "Off"} />
          ); })}
        </Rows>
      )}
      {rules.data.length > 0 && mayChange ? add : null}
    </>
  );
}

function Editor({ practice, rule, close, changed }: { practice: string; rule: HouseRule | null; close: () => void; changed: () => void }) {
  const [name, setName] = useState(rule?.name ?? ""), [yaml, write] = useState(rule?.yaml ?? EXAMPLE_RULE);
  const save = useMutation({
    mutationFn: () => { const body = { name: name.trim(), yaml, enabled: rule?.enabled ?? true }; return rule ? api.houseRules.change({ params: { practice, rule: rule.id }, body }) : api.houseRules.add({ params: { practice }, body }); },
    onSuccess: () => { changed(); close(); },
  });
  const isDirty = !save.isSuccess && (name !== (rule?.name ?? "") || yaml !== (rule?.yaml ?? EXAMPLE_RULE));
  return (
    <form className="fields yaml" onSubmit={(event) => { event.preventDefault(); save.mutate(); }}>
      <TextField label="Name" isRequired maxLength={80} value={name} onChange={setName} autoFocus />
      <TextArea label="The rule" help="The same format as the rules of the desk: what it looks for, what it says, and three sentences each that it must and must not stop." rows={18} spellCheck="false" maxLength={8000} value={yaml} onChange={(changed) => { write(changed); save.reset(); }} />
      <TryBox practice={practice} yaml={yaml} isRefused={save.isError} />
      <RefusalNotice error={save.error} />
      <div className="row"><Button type="submit" kind="primary" isPending={save.isPending}>Save the rule</Button><Button kind="quiet" onPress={close}>{isDirty ? "Throw away the changes" : "Back to the list"}</Button></div>
      <Leaving isDirty={isDirty} />
    </form>
  );
}

const PAUSE = 350;

/** Read on the desk as one types, by this rule alone; nothing is kept. What the desk has just refused to keep says the same by itself. */
function TryBox({ practice, yaml, isRefused }: { practice: string; yaml: string; isRefused: boolean }) {
  const [sentence, say] = useState(""), [asked, ask] = useState({ yaml, sentence });
  useEffect(() => { const pause = setTimeout(() => ask({ yaml, sentence }), PAUSE); return () => clearTimeout(pause); }, [yaml, sentence]);
  const tried = useQuery({ queryKey: ["try-rule", practice, asked], queryFn: () => api.houseRules.try({ params: { practice }, body: asked }), enabled: asked.yaml.trim() !== "", retry: false, placeholderData: (before) => before, gcTime: 10_000 });
  return (
    <section className="try" aria-label="Try it">
      <TextArea serif label="Try it on a sentence" rows={2} maxLength={5000} value={sentence} onChange={say} />
      <div role="status">{tried.isError ? (isRefused ? null : <RefusalNotice error={tried.error} />) : tried.data ? <Result tried={tried.data} sentence={asked.sentence} /> : null}</div>
    </section>
  );
}

function Result({ tried: { flags, spans, examples }, sentence }: { tried: Tried; sentence: string }) {
  const wrong = examples.filter(({ holds }) => !holds);
  return (
    <ul className="ex">
      {sentence.trim() ? <li><Shape kind={flags ? "question" : "clear"} size={20} /><p>{cutAt(sentence, spans).map(({ text, isIn }, at) => isIn ? <mark key={at} className="u question on">{text}</mark> : text)}</p><span className="small muted">{flags ? "It speaks up" : "It stays silent"}</span></li> : null}
      <li><Shape kind={wrong.length === 0 ? "clear" : "stop"} size={20} /><span>{wrong.length === 0 ? `All ${examples.length} of its own examples hold.` : `${wrong.length} of its ${examples.length} examples ${wrong.length === 1 ? "does" : "do"} not hold.`}</span></li>
      {wrong.map(({ sentence: example, kind }) => <li key={kind + example}><Shape kind="stop" size={20} /><p>{example}</p><span className="small muted">{kind === "flag" ? "Should be found, is not" : "Should pass, is found"}</span></li>)}
    </ul>
  );
}
