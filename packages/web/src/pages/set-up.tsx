import { useMutation, useQuery } from "@tanstack/react-query";
import { IconArrowLeft, IconPencil } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { TextField } from "../components/field.tsx";
import { useGo } from "../components/link.tsx";
import { Mark } from "../components/mark.tsx";
import { Notice } from "../components/notice.tsx";
import { Select } from "../components/select.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Steps } from "../components/steps.tsx";
import { queryClient } from "../lib/query.ts";
import { InviteForm } from "../features/people/invite-form.tsx";
import { YouStep } from "../features/people/you-step.tsx";
import { FirstChannel } from "../features/practice/first-channel.tsx";
import { PlaceStep } from "../features/practice/place-step.tsx";
import { SPECIALTY_CHOICES } from "../features/practice/specialties.ts";
import { zoneHere } from "../features/practice/time-zones.ts";
import { countsOf, statesQuery } from "../features/rules/queries.ts";
import { StateGlance } from "../features/rules/state-glance.tsx";
import { api, inWords } from "../lib/api.ts";
import { useLoadDemo } from "../lib/demo.ts";
import { deskQuery } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import "./set-up.css";

const STEPS = ["You", "Place", "People", "First channel"];

const EMPTY = { name: "", email: "", password: "", practice: { name: "", specialty: "", states: [] as string[], place: "", timeZone: zoneHere() } };
type Answers = typeof EMPTY;
type SetUp = NonNullable<Parameters<typeof api.desk.setUp>[0]>["body"];

/** The first run: the owner and the practice are made after the second step; the rest can be left out. */
export function SetUpPage() {
  useTitle("Set up");
  const desk = useQuery(deskQuery), { data: states } = useQuery(statesQuery), go = useGo();
  const [at, step] = useState(0), [answers, answer] = useState<Answers>(EMPTY), [last, look] = useState<string>();
  const make = useMutation({
    mutationFn: () => api.desk.setUp({ body: answers as SetUp }),
    onSuccess: async () => {
      queryClient.setQueryData(deskQuery.queryKey, (before) => before && { ...before, setUpNeeded: false });
      await queryClient.invalidateQueries({ queryKey: ["me"] });
      step(2);
    },
  });
  const practice = make.data?.practices[0];
  const isOver = desk.data?.setUpNeeded === false && !make.data && !make.isPending;
  useEffect(() => { if (isOver) go("/"); }, [isOver, go]);
  useEffect(() => { document.getElementById("main")?.focus({ preventScroll: true }); scrollTo(0, 0); }, [at]);

  const change = (more: Partial<Omit<Answers, "practice">>) => answer((before) => ({ ...before, ...more }));
  const changePractice = (more: Partial<Answers["practice"]>) => answer((before) => ({ ...before, practice: { ...before.practice, ...more } }));
  const toggle = (code: string) => {
    const { states } = answers.practice, isNew = !states.includes(code);
    changePractice({ states: isNew ? [...states, code] : states.filter((state) => state !== code) });
    look(isNew ? code : undefined);
  };
  const shown = last ?? answers.practice.states.at(-1);
  const next = (event: React.FormEvent) => { event.preventDefault(); if (at === 0) step(1); else if (answers.practice.states.length > 0) make.mutate(); };

  if (isOver) return null;
  return (
    <div className="setup">
      <a className="skip" href="#main">Skip to the form</a>
      <header className="sbar"><Mark width={40} name="Chaperone" /><b className="grow">Chaperone</b>{at < STEPS.length ? <Steps steps={STEPS} at={at} /> : null}</header>
      <main id="main" tabIndex={-1}>
        {at === 0 ? (
          <form onSubmit={next}>
            <Sheet margin={<Promises />} marginWidth={400} marginClass="how">
              <YouStep value={answers} onChange={change}>
                <div className="pair">
                  <TextField label="The practice" help="As patients know it." autoComplete="organization" maxLength={160} value={answers.practice.name} onChange={(name) => changePractice({ name })} isRequired />
                  <Select label="Specialty" choices={SPECIALTY_CHOICES} chosen={answers.practice.specialty || null} onChoose={(specialty) => changePractice({ specialty })} isRequired />
                </div>
              </YouStep>
            </Sheet>
            <Foot says="Nothing is connected yet, and nothing can go out."><Button type="submit" kind="primary">Next: place</Button></Foot>
          </form>
        ) : null}
        {at === 1 ? (
          <form onSubmit={next}>
            <Sheet margin={<StateGlance code={shown} />} marginWidth={400} marginClass="how">
              <PlaceStep value={answers.practice} onChange={changePractice} counts={countsOf(states)} onToggle={toggle} />
              {make.error ? <div className="refusal"><Notice kind="stop">{inWords(make.error).says} {inWords(make.error).next}</Notice></div> : null}
            </Sheet>
            <Foot back={<Button kind="quiet" icon={IconArrowLeft} onPress={() => step(0)}>You</Button>} says={answers.practice.states.length === 0 ? "Choose at least one state." : "Nothing is connected yet, and nothing can go out."}>
              <Button type="submit" kind="primary" isDisabled={answers.practice.states.length === 0} isPending={make.isPending}>Next: people</Button>
            </Foot>
          </form>
        ) : null}
        {at === 2 && practice ? (
          <>
            <Sheet margin={<FourEyes />} marginWidth={400} marginClass="how">
              <h1>Who else works here?</h1>
              <p className="muted">Patient stories and overrides of a stop need a second pair of eyes. Invite at least one person who may approve, now or later.</p>
              <InviteForm practice={practice.id} />
            </Sheet>
            <Foot says="You can invite people at any time in Settings."><Button kind="primary" onPress={() => step(3)}>Next: first channel</Button></Foot>
          </>
        ) : null}
        {at === 3 && practice ? (
          <>
            <Sheet margin={<ByHand />} marginWidth={400} marginClass="how"><FirstChannel practice={practice.id} name={practice.name} /></Sheet>
            <Foot back={<Button kind="quiet" icon={IconArrowLeft} onPress={() => step(2)}>People</Button>} says="Channels can be changed at any time in Settings."><Button kind="primary" onPress={() => step(4)}>Done</Button></Foot>
          </>
        ) : null}
        {at === 4 && practice ? <Ready name={practice.name} /> : null}
      </main>
    </div>
  );
}

function Foot({ back, says, children }: { back?: React.ReactNode; says: string; children: React.ReactNode }) {
  return <div className="sfoot">{back}<span className="grow" /><span className="small muted" role="status">{says}</span>{children}</div>;
}

function Ready({ name }: { name: string }) {
  const go = useGo(), demo = useLoadDemo(() => go("/"));
  return (
    <Sheet className="ready">
      <h1>The desk of {name} is open</h1>
      <p className="muted">Write something the practice would like to say. It is checked as you type and goes nowhere until a person approves.</p>
      <div className="row wrap">
        <ButtonLink kind="primary" icon={IconPencil} href="/compose">Write the first post</ButtonLink>
        <Button isPending={demo.isPending} onPress={() => demo.mutate()}>Load the demo practice</Button>
      </div>
      <p className="small muted">The demo is a made-up practice beside yours, with two weeks of posts to try things on. Settings removes it without a trace.</p>
    </Sheet>
  );
}

const Promises = () => (
  <>
    <section><h2>What this desk does</h2><p className="small muted">It reads what a practice is about to say in public, says what the law of the place has to do with it, and keeps proof of who decided what.</p></section>
    <section><h2>Where it all stays</h2><p className="small muted">On this machine. The desk talks to no one but the networks you publish on.</p></section>
    <section><h2>What it is not</h2><p className="small muted">A check is not legal advice; a person approves.</p></section>
  </>
);

const FourEyes = () => (
  <>
    <section><h2>Four eyes</h2><p className="small muted">Nobody approves their own post where patients are in it, and an owner gets no way around that. Alone, you can write and check everything.</p></section>
    <section><h2>The link</h2><p className="small muted">It works once and for seven days. The desk keeps only its hash, so it is shown once.</p></section>
  </>
);

const ByHand = () => (
  <>
    <section><h2>By hand, on purpose</h2><p className="small muted">It works without any network’s permission: the text is checked once more when you copy it out, and held if anything has changed.</p></section>
    <section><h2>Rehearsal</h2><p className="small muted">Every practice has a channel that goes nowhere, for training and for the first five minutes.</p></section>
  </>
);
