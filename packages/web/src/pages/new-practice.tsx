import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useGo } from "../components/link.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Select } from "../components/select.tsx";
import { Sheet } from "../components/sheet.tsx";
import { PlaceStep } from "../features/practice/place-step.tsx";
import { SPECIALTY_CHOICES } from "../features/practice/specialties.ts";
import { zoneHere } from "../features/practice/time-zones.ts";
import { countsOf, statesQuery } from "../features/rules/queries.ts";
import { StateGlance } from "../features/rules/state-glance.tsx";
import { api, inWords } from "../lib/api.ts";
import { queryClient } from "../lib/query.ts";
import { choosePractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import "./new-practice.css";

type NewPractice = NonNullable<Parameters<typeof api.practices.create>[0]>["body"];
const EMPTY = { name: "", specialty: "", states: [] as string[], place: "", timeZone: zoneHere() };

/** For whoever works for several: a practice of its own, walled off from the others, with oneself as owner. */
export function NewPracticePage() {
  useTitle("Another practice");
  const { data: states } = useQuery(statesQuery), go = useGo(), [answers, answer] = useState(EMPTY), [last, look] = useState<string>();
  const change = (more: Partial<typeof EMPTY>) => answer((before) => ({ ...before, ...more }));
  const open = useMutation({
    mutationFn: () => api.practices.create({ body: answers as NewPractice }),
    onSuccess: async ({ id }) => { await queryClient.invalidateQueries({ queryKey: ["me"] }); choosePractice(id); go("/"); },
  });
  const toggle = (code: string) => {
    const isNew = !answers.states.includes(code);
    change({ states: isNew ? [...answers.states, code] : answers.states.filter((state) => state !== code) });
    look(isNew ? code : undefined);
  };
  return (
    <form className="new-practice" onSubmit={(event) => { event.preventDefault(); if (answers.states.length > 0) open.mutate(); }}>
      <PageHead title="Open another practice">Its posts, people, channels and record are its own. You become its owner, and can invite whoever works there.</PageHead>
      <Sheet margin={<StateGlance code={last ?? answers.states.at(-1)} />} marginWidth={400} marginClass="how" label="The practice">
        <div className="pair">
          <TextField label="The practice" help="As patients know it." autoComplete="off" maxLength={160} value={answers.name} onChange={(name) => change({ name })} isRequired />
          <Select label="Specialty" choices={SPECIALTY_CHOICES} chosen={answers.specialty || null} onChoose={(specialty) => change({ specialty })} isRequired />
        </div>
        <PlaceStep value={answers} onChange={change} counts={countsOf(states)} onToggle={toggle} level={2} />
        {open.error ? <Notice kind="stop">{inWords(open.error).says} {inWords(open.error).next}</Notice> : null}
        <div className="row wrap">
          <Button type="submit" kind="primary" isDisabled={answers.states.length === 0} isPending={open.isPending}>Open it</Button>
          <ButtonLink kind="quiet" href="/">Not now</ButtonLink>
          <span className="small muted" role="status">{answers.states.length === 0 ? "Choose at least one state." : "Nothing is connected yet, and nothing can go out."}</span>
        </div>
      </Sheet>
    </form>
  );
}
