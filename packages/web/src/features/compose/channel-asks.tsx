/** What the channels ask for beside the text, and what one should know before it goes there. */
import { type Answers, type ChoiceSetting, type Content, type Setting, settings } from "@chaperone/contract";
import { useState } from "react";
import { ChannelIcon } from "../../components/channel-icon.tsx";
import { Switch } from "../../components/choices.tsx";
import { Disclosure } from "../../components/disclosure.tsx";
import { TextField } from "../../components/field.tsx";
import { Link } from "../../components/link.tsx";
import { Select } from "../../components/select.tsx";
import { Shape } from "../../components/shape.tsx";
import { countInWords } from "../../lib/counting.ts";
import { type Asked, waits } from "./asked.ts";
import { withAnswer } from "./draft.ts";
import { UsualAnswers } from "./usual-answers.tsx";
import "./channel-asks.css";

interface ChannelAsksProps { content: Content; asked: readonly Asked[]; /** The channel in view; null shows all. */ only: string | null; onChange: (content: Content) => void }

export function ChannelAsks({ content, asked, only, onChange }: ChannelAsksProps) {
  const shown = asked.filter((one) => (only === null || one.channel.id === only) && (one.notices.length > 0 || settingsOf(one).length > 0));
  const open = shown.filter(waits).length, told = shown.reduce((total, { notices }) => total + notices.length, 0);
  // Open where something waits when one comes; later it opens and shuts as one likes, not under one's hands.
  const [isOpen] = useState(open > 0);
  if (shown.length === 0) return null;
  const says = open > 0 ? `${countInWords(open, "channel waits", "channels wait")} for you` : told > 0 ? countInWords(told, "thing to know", "things to know") : "";
  return (
    <Disclosure title={<>{only === null ? "What the channels ask" : "What the channel asks"} <span className={`small ${open > 0 ? "asks-open" : "faint"}`}>{says}</span></>} open={isOpen}>
      <div className="asks">
        {shown.map((one) => <ChannelPart key={one.channel.id} asked={one} answers={content.settings?.[one.channel.id] ?? {}} onAnswer={(setting, answer) => onChange(withAnswer(content, one.channel.id, setting, answer))} />)}
      </div>
    </Disclosure>
  );
}

/** Where somebody posts by hand, they choose it there. */
const settingsOf = ({ channel: { network, connected } }: Asked): readonly Setting[] => (connected ? settings[network] : []);

interface Answering { answers: Answers; onAnswer: (setting: string, answer: string | boolean) => void }

function ChannelPart({ asked, answers, onAnswer }: Answering & { asked: Asked }) {
  const { channel, notices } = asked, all = settingsOf(asked), switches = all.filter(({ kind }) => kind === "switch"), fields = all.filter(({ kind }) => kind !== "switch");
  // A choice that is missing is asked for by its own field.
  const said = notices.filter(({ setting }) => setting === undefined), missing = new Set(notices.map(({ setting }) => setting));
  return (
    <section id={`asks-${channel.id}`} className="asks-of" aria-label={channel.name} tabIndex={-1}>
      <p className="row"><ChannelIcon network={channel.network} size={18} bare /><b>{channel.name}</b></p>
      {said.length > 0 ? <ul>{said.map(({ id, stops, says }) => <li key={id}><Shape kind={stops ? "stop" : "note"} size={16} /><span>{says}</span></li>)}</ul> : null}
      {fields.length > 0 ? <div className="asks-fields">{fields.map((setting) => <Field key={setting.id} setting={setting} asked={asked} isMissing={missing.has(setting.id)} answers={answers} onAnswer={onAnswer} />)}</div> : null}
      {switches.length > 0 ? <div className="asks-fields">{switches.map(({ id, label, help }) => <Switch key={id} isSelected={answers[id] === true} detail={help} onChange={(isOn) => onAnswer(id, isOn)}>{label}</Switch>)}</div> : null}
      {all.length > 0 ? <UsualAnswers channel={channel} answers={answers} /> : null}
    </section>
  );
}

function Field({ setting, asked, isMissing, answers, onAnswer }: Answering & { setting: Setting; asked: Asked; isMissing: boolean }) {
  const { id, label } = setting, answer = answers[id], help = setting.help;
  if (setting.kind === "words") return <TextField label={label} help={help} maxLength={setting.most} value={typeof answer === "string" ? answer : ""} onChange={(words) => onAnswer(id, words)} />;
  if (setting.kind === "switch") return null;
  const choices = choicesOf(setting, asked).map(({ value, label: words }) => ({ id: value, label: words }));
  if (choices.length === 0 && asked.isAsking) return <p className="small muted">{label}: asking the account.</p>;
  if (choices.length === 0) return <p className="small muted">{label}: the account has not said what it offers. <Link className="link" href="/settings/connections">Test the channel</Link>, then choose.</p>;
  // What nobody has chosen is the network's usual, which stands first; where a choice is asked for there is none.
  const chosen = typeof answer === "string" ? answer : setting.isRequired ? null : choices[0]!.id;
  return <Select label={label} help={help} isRequired={setting.isRequired} error={isMissing ? "Choose one." : undefined} choices={choices} chosen={chosen} onChoose={(choice) => onAnswer(id, choice)} />;
}

const choicesOf = ({ id, choices }: ChoiceSetting, { described }: Asked) => (choices === "account" ? described?.choices[id] ?? [] : choices);
