import { IconCalendar, IconChartDots, IconClock, IconCopy, IconDots, IconDownload, IconLink, IconPencil, IconPlus, IconRubberStamp, IconSectionSign, IconSettings, IconSun, IconTrash, IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Alarm } from "../components/alarm.tsx";
import { Button, ButtonLink, IconButton } from "../components/button.tsx";
import { ChannelIcon, ChannelIcons, channelName } from "../components/channel-icon.tsx";
import { Checkbox, Radios, Switch } from "../components/choices.tsx";
import { CommandPalette } from "../components/command-palette.tsx";
import { Curtain } from "../components/curtain.tsx";
import { DateField, TimeField } from "../components/date-field.tsx";
import { Dialog, DialogTrigger, Popover } from "../components/dialog.tsx";
import { Disclosure } from "../components/disclosure.tsx";
import { Door } from "../components/door.tsx";
import { Entry, Ledger, LedgerSection } from "../components/entry.tsx";
import { TextArea, TextField } from "../components/field.tsx";
import type { Command } from "../components/find.ts";
import { Finding, FindingLine } from "../components/finding.tsx";
import { Gate } from "../components/gate.tsx";
import { HowWeKnow } from "../components/how-we-know.tsx";
import { Keys } from "../components/keys.tsx";
import { Link } from "../components/link.tsx";
import { Logo, Mark } from "../components/mark.tsx";
import { Menu } from "../components/menu.tsx";
import { MiniShare, MiniSlots, ShareMeter, SlotsMeter } from "../components/meters.tsx";
import { Notice } from "../components/notice.tsx";
import { NumberField } from "../components/number-field.tsx";
import { PageHead, Say } from "../components/page-head.tsx";
import { Pill } from "../components/pill.tsx";
import { PillarMark } from "../components/pillar-mark.tsx";
import { RecordDay, RecordRow } from "../components/record-row.tsx";
import { Segments } from "../components/segments.tsx";
import { ComboBox, Select } from "../components/select.tsx";
import { Shape } from "../components/shape.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Me, PracticeSwitcher, Shell, type Place } from "../components/shell.tsx";
import { Stars } from "../components/stars.tsx";
import { Broken, EmptyState, GhostRows, Waiting } from "../components/states.tsx";
import { Steps } from "../components/steps.tsx";
import { Row, Rows, Table } from "../components/table.tsx";
import { Tabs } from "../components/tabs.tsx";
import { chooseScheme, useScheme } from "../lib/scheme.ts";
import "./parts.css";

/** A drawing aid: every part as it is, and two rooms to see them in (`/parts?see=room`, `/parts?see=door`). */
export function PartsPage() {
  const see = new URLSearchParams(location.search).get("see");
  if (see === "room") return <Room />;
  if (see === "door") return <TheDoor />;
  return (
    <main className="specpage" id="main">
      <h1><Mark width={46} name="Chaperone" /><span>Parts</span></h1>
      <div className="sheet specs">
        <Verdicts /><Findings /><Facts /><Controls /><Fields /><Overlays /><Lists /><States />
      </div>
    </main>
  );
}

function Spec({ title, says, children }: { title: string; says: string; children: React.ReactNode }) {
  return <section className="spec"><header><h2>{title}</h2><p>{says}</p></header><div>{children}</div></section>;
}

const KINDS = ["clear", "question", "stop", "note"] as const;

function Verdicts() {
  return (
    <>
      <Spec title="Verdict" says="Color, shape and word, always all three. The number inside a shape ties an underline to its note.">
        <div className="row wrap"><Pill kind="clear" word="Clear" /><Pill kind="question" word="Question">2 ask for an answer</Pill><Pill kind="stop" word="Stop">2 must change</Pill><Pill kind="note" word="Note">1</Pill><Pill kind="wait" word="Waits for Ruth" /><Pill kind="idea" word="Idea" /></div>
        <div className="row wrap" style={{ gap: 26, marginTop: 18 }}>
          {KINDS.map((kind) => <span key={kind} className="row" style={{ gap: 10 }}><Shape kind={kind} size={16} /><Shape kind={kind} size={20} /><Shape kind={kind} size={28} /><Shape kind={kind} size={24} number={1} /></span>)}
          <span className="row" style={{ gap: 10 }}><Shape kind="wait" size={20} /><Shape kind="idea" size={20} /></span>
        </div>
      </Spec>
      <Spec title="Underline" says="Thick, wavy, dotted: told apart without color. The chosen one gets its wash.">
        <p className="serif" style={{ fontSize: "var(--draft)", lineHeight: "var(--draft-lead)" }}>We <mark className="u stop on">guarantee no scars</mark>, our <mark className="u question">board certified</mark> surgeon says, and <mark className="u note">#Botox</mark> is only a hashtag.</p>
      </Spec>
      <Spec title="Gate" says="The verdict and the button are one thing, in the same place on every page. The button is the next lawful step.">
        <div className="gates">
          <Gate flat label="The gate, clear" verdict={{ kind: "clear", title: "Clear", detail: "Approved by Ruth Adeyemi, this version" }} next={<Button kind="primary">Schedule</Button>} />
          <Gate flat label="The gate, question" verdict={{ kind: "question", title: "Question: 2 ask for an answer", detail: "A reason is kept in the record" }} next={<Button kind="ask">Give a reason</Button>} />
          <Gate flat label="The gate, stop" verdict={{ kind: "stop", title: "Stop: 2 must change", detail: "A second person may override, with a reason" }} next={<Button kind="held">Fix the first</Button>} />
          <Gate flat label="The gate, not checked" verdict={{ kind: "stop", title: "Not checked", detail: "The check did not finish, so the post is held. Nothing was lost." }} next={<Button kind="held">Check again</Button>} />
        </div>
      </Spec>
    </>
  );
}

function Findings() {
  return (
    <Spec title="Finding" says="What, why, law, instead. One is open at a time; the rest are one line each with their fix.">
      <div className="finds">
        <Finding severity="stop" number={1} topic="Confirms a patient" what="“Love your new nose” tells the public that Anna was operated on." why="No signed authorization is linked to this post." laws={[{ cite: "45 CFR 164.508(a)(3)", how: "read", date: "Nov 12, 2026" }]} instead="Thank you to everyone who wrote to us this year." actions={<><Button low kind="primary">Use this</Button><Button low kind="quiet">Link an authorization</Button></>} />
        <Finding severity="question" number={1} topic="A discount without its price" what="The full price belongs beside “20% off”." why="Virginia asks for the price that was discounted, in the advertisement." laws={[{ cite: "18VAC85-20-30(C)", how: "read", date: "Nov 20, 2026" }]} instead="20% off the $145 set ($116), November 27 to 30" actions={<><Button low kind="primary">Use this</Button><Button low kind="quiet">Keep, with a reason</Button></>} />
      </div>
      <div className="margin findings" style={{ marginTop: 18, borderRadius: 0, maxWidth: 376 }}>
        <FindingLine severity="stop" number={2} what="Tells the public that Anna is a patient." action={<Button low kind="plain">Take it out</Button>} onOpen={() => undefined} />
        <FindingLine severity="question" number={3} what="“Dr.” needs the degree beside it in Virginia." action={<Button low kind="plain" words>Helen Okafor, MD</Button>} onOpen={() => undefined} />
        <Keys of={[["F8", "next note"], ["Alt Enter", "use its fix"]]} />
      </div>
    </Spec>
  );
}

const NETWORKS = ["facebook", "instagram", "threads", "linkedin", "x", "youtube", "tiktok", "google-business", "bluesky", "mastodon", "pinterest", "manual", "rehearsal"];

function Facts() {
  return (
    <>
      <Spec title="Curtain" says="Covers what a stranger told the world about their body. Drawing it aside takes a reason and is recorded.">
        <blockquote className="serif" style={{ fontSize: "var(--quote)", lineHeight: "1.9rem" }}>My <Curtain over="procedure" onDraw={() => undefined} /> was in <Curtain over="date" onDraw={() => undefined} /> and the <Curtain over="symptom" onDraw={() => undefined} /> has not gone.</blockquote>
      </Spec>
      <Spec title="How we know" says="Three honest marks beside every citation."><div className="row wrap" style={{ gap: 24 }}><HowWeKnow how="read" date="Nov 12, 2026" /><HowWeKnow how="copy" date="Nov 2026" /><HowWeKnow how="recalled" /></div></Spec>
      <Spec title="Pillars" says="Icon and word. Promotional is drawn in ink, because it is the one that is counted."><div className="row wrap" style={{ gap: 24 }}><PillarMark pillar="educational" /><PillarMark pillar="community" /><PillarMark pillar="appreciation" /><PillarMark pillar="promotional" /><PillarMark pillar="promotional" filled /></div></Spec>
      <Spec title="Channels" says="The network’s own sign, in the desk’s own ink."><div className="row wrap" style={{ gap: "10px 18px" }}>{NETWORKS.map((network) => <span key={network} className="row small" style={{ gap: 6 }}><ChannelIcon network={network} bare />{channelName(network)}</span>)}</div></Spec>
      <Spec title="Meters" says="Slots to be filled, and a limit not to be passed. Numbers beside them, never only bars.">
        <div className="meters">
          <SlotsMeter slots={[{ day: "Mon", detail: "out", filled: true }, { day: "Tue", detail: "out", filled: true }, { day: "Tue", detail: "12:15", filled: true }, { day: "Wed", detail: "held", filled: false }]} />
          <ShareMeter promotional={4} posts={18} />
          <SlotsMeter slots={[{ day: "Mon", detail: "out", filled: true }]}>Three more to write.</SlotsMeter>
          <ShareMeter promotional={5} posts={18}>5 of 18 posts sell something. One too many.</ShareMeter>
        </div>
        <div className="row wrap" style={{ marginTop: 18, gap: 24 }}><MiniSlots filled={3} /><MiniShare share={.22} /><MiniShare share={.28} /><Stars given={4} /></div>
      </Spec>
    </>
  );
}

function Controls() {
  const [view, setView] = useState<"all" | "decisions" | "privacy">("all"), [channel, setChannel] = useState("every"), scheme = useScheme();
  return (
    <>
      <Spec title="Buttons" says="One filled button on a page, and only where the way is clear.">
        <div className="row wrap"><Button kind="primary">Schedule</Button><Button>Save as an idea</Button><Button kind="ask">Give a reason</Button><Button kind="held">Fix the first</Button><Button kind="quiet">Cancel</Button><Button kind="primary" className="focus">Focused</Button></div>
        <div className="row wrap" style={{ marginTop: 12 }}><Button low>Read</Button><Button low kind="plain" icon={IconDownload}>Export</Button><Button low kind="danger">Remove</Button><Button low isDisabled>Not yet</Button><ButtonLink low href="/calendar" icon={IconCalendar}>Calendar</ButtonLink><IconButton icon={IconDots} label="More" /><IconButton icon={IconCopy} label="Copy" low /><Link className="link" href="/record">Open the record</Link></div>
      </Spec>
      <Spec title="Segments and tabs" says="A few views of one thing; the channels of a post.">
        <div className="stack" style={{ justifyItems: "start" }}>
          <Segments label="Show" chosen={view} onChoose={setView} choices={[{ id: "all", label: "Everything" }, { id: "decisions", label: "Decisions" }, { id: "privacy", label: "Privacy" }]} />
          <Segments label="Scheme" chosen={scheme} onChoose={chooseScheme} choices={[{ id: "system", label: "As the system" }, { id: "light", label: "Light" }, { id: "dark", label: "Dark" }]} />
        </div>
        <Tabs label="Channels" chosen={channel} onChoose={setChannel} after={<IconButton icon={IconPlus} label="Add a channel" low />} tabs={[{ id: "every", label: "Every channel" }, ...["facebook", "instagram", "linkedin"].map((network) => ({ id: network, label: channelName(network), lead: <ChannelIcon network={network} bare /> })), { id: "x", label: "X", lead: <ChannelIcon network="x" bare />, over: "−191" }]}>
          <p className="serif" style={{ padding: "14px 44px" }}>Four years ago we opened on Shore Drive.</p>
        </Tabs>
      </Spec>
    </>
  );
}

const STATES = [{ id: "VA", label: "Virginia" }, { id: "FL", label: "Florida" }, { id: "CA", label: "California" }, { id: "TX", label: "Texas" }];

function Fields() {
  const [state, setState] = useState<string | null>("VA"), [state2, setState2] = useState<string | null>(null), [day, setDay] = useState<string | null>("2026-11-25"), [at, setAt] = useState<string | null>("09:00"), [role, setRole] = useState<"editor" | "viewer">("editor");
  return (
    <Spec title="Fields" says="A label above, help and error in a sentence. Placeholders are no labels.">
      <div className="fields">
        <TextField label="Practice" defaultValue="Seapine Plastic Surgery" />
        <TextField label="E-mail" type="email" defaultValue="maya@seapine" error="Write the whole address, with what follows the dot." />
        <TextArea label="Position" serif help="One sentence that only you could say." defaultValue="The surgeon who answers the phone herself." />
        <div className="pair"><NumberField label="Posts a week" defaultValue={4} minValue={1} maxValue={21} /><Select label="State" choices={STATES} chosen={state} onChoose={setState} /></div>
        <div className="pair"><DateField label="Day" value={day} onChange={setDay} /><TimeField label="Time" help="Eastern Time" value={at} onChange={setAt} /></div>
        <ComboBox label="Time zone or state" choices={STATES} chosen={state2} onChoose={setState2} />
        <Radios label="Role" chosen={role} onChoose={setRole} choices={[{ id: "editor", label: "Editor", detail: "Writes, and asks for approval." }, { id: "viewer", label: "Viewer" }]} />
        <div><Checkbox defaultSelected>Ask a second person when a patient is shown</Checkbox><Checkbox isDisabled>Without a second person</Checkbox><Switch defaultSelected detail="Once a day, at 8:00 AM.">Send a summary by mail</Switch></div>
      </div>
    </Spec>
  );
}

const COMMANDS: readonly Command[] = [
  { id: "write", label: "Write a post", group: "Do", keys: "C" }, { id: "today", label: "Today", group: "Go to" }, { id: "calendar", label: "Calendar", group: "Go to" },
  { id: "va", label: "Virginia rules", detail: "18VAC85-20-30", group: "Rules" }, { id: "post", label: "Thanksgiving thank-you", detail: "held, tomorrow 9:00 AM", group: "Post" },
];

function Overlays() {
  const [isFinding, setFinding] = useState(false);
  return (
    <Spec title="Over the page" says="Dialogs, menus, what explains itself beside a thing, and find or do.">
      <div className="row wrap">
        <DialogTrigger><Button>Give a reason</Button><Dialog title="Why may it stay?" actions={(close) => <><Button kind="quiet" onPress={close}>Cancel</Button><Button kind="primary" onPress={close}>Keep it, with this reason</Button></>}><p>The reason is kept in the record, beside your name.</p><TextArea label="Reason" autoFocus /></Dialog></DialogTrigger>
        <Menu label="More" trigger={<Button>Menu</Button>} sections={[{ title: "Version 7", entries: [{ id: "copy", label: "Copy to a new post", icon: IconCopy }, { id: "export", label: "Export", detail: "With its findings", icon: IconDownload }] }, { entries: [{ id: "remove", label: "Remove", icon: IconTrash, danger: true }] }]} />
        <Popover label="About the limit" trigger={<Button kind="quiet">Why 25%?</Button>}><p>More than one post in four that sells, and people stop reading the other three.</p></Popover>
        <Button onPress={() => setFinding(true)}>Find or do</Button>
        <CommandPalette isOpen={isFinding} onOpenChange={setFinding} commands={COMMANDS} />
      </div>
      <div style={{ marginTop: 14 }}><Disclosure title="What was sent"><p className="small muted">9:00:03 AM, once. Read back from both.</p></Disclosure><Steps steps={["Practice", "State", "People"]} at={1} /></div>
    </Spec>
  );
}

function Lists() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Spec title="Record" says="Opening an entry shows what it stands on. The double line is the chain.">
        <div className="framed-list">
          <RecordDay day="Today, November 24">
            <RecordRow time="9:41 AM" sign={{ kind: "stop" }} hash="40fa91c2" onToggle={() => undefined}><b>Maya Lindqvist</b> saved version 7 of <q>Thanksgiving thank-you</q>. The check said <b className="stopt">Stop</b>: 2 must change.</RecordRow>
            <RecordRow time="9:00 AM" sign={{ kind: "clear" }} hash="c81e09f4" open={open} onToggle={() => setOpen(!open)} proofs={[{ term: "Version", detail: <span className="mono">3, 7be2 55d0 1f6a c3e9</span> }, { term: "Verdict", detail: <><Pill kind="clear" word="Clear">no findings</Pill><span className="mono faint">pack 2026.11.22</span></> }]}><q>Beach cleanup: 41 bags</q> went out on <b>Facebook</b>.</RecordRow>
            <RecordRow time="8:02 AM" sign={{ icon: IconRubberStamp }} hash="b3d47710" onToggle={() => undefined}><b>Ruth Adeyemi</b> approved version 3 of <q>Beach cleanup: 41 bags</q>.</RecordRow>
          </RecordDay>
        </div>
      </Spec>
      <Spec title="Tables and rows" says="Figures in mono. On a phone every row is a card.">
        <Table caption="Channels" columns={[{ id: "channel", title: "Channel", cell: (row) => row.name }, { id: "posts", title: "Posts", cell: (row) => row.posts, figures: true }, { id: "state", title: "State", cell: () => <Pill kind="clear" word="Connected" /> }]} rows={[{ name: "Facebook", posts: 41 }, { name: "Instagram", posts: 38 }]} keyOf={(row) => row.name} />
        <Rows label="Sessions"><Row title="Chrome on a Mac, here" detail="Virginia Beach, since 8:02 AM" /><Row title="Safari on a phone" detail="Last seen yesterday" actions={<Button low kind="plain">Sign out</Button>} /></Rows>
      </Spec>
      <Spec title="Urgent and notices" says="A message that may be an emergency stands above everything until someone has acted.">
        <div className="stack">
          <Alarm title="A message may be an emergency" actions={<><Button low>Read</Button><Button low kind="danger">Send the text</Button></>}>Instagram, 9:36 AM. The practice’s own text is ready.</Alarm>
          <Notice kind="question" title="Saved on this device only." >The desk did not answer. It is sent as soon as it does.</Notice>
          <Notice kind="note">You are looking at version 3. Version 7 is the one that goes out.</Notice>
        </div>
      </Spec>
    </>
  );
}

function States() {
  return (
    <Spec title="Empty, waiting, broken" says="Empty says what to do first. Waiting keeps the page’s shape and says how far. Broken says what happened, that nothing was lost, and what next.">
      <div className="states">
        <div><span className="label">Empty</span><div className="box"><EmptyState level={3} title="No pictures yet" actions={<Button low kind="primary">Make one</Button>}>Start with a thank-you graphic. It is yours, because it is made here.</EmptyState></div></div>
        <div><span className="label">Waiting</span><div className="box"><Waiting what="Looking at the video" progress={{ done: 41, of: 96, unit: "frames" }}>You can go on writing.</Waiting></div></div>
        <div><span className="label">Broken</span><div className="box"><Broken level={3} title="Instagram did not answer" actions={<><Button low>Look now</Button><Button low kind="quiet">Post by hand</Button></>}>Version 3 is kept, and will not be sent twice. The desk looks again at 9:10 AM.</Broken></div></div>
      </div>
      <GhostRows rows={2} />
      <Logo />
    </Spec>
  );
}

const PLACES: readonly Place[] = [
  { href: "/parts", label: "Today", icon: IconSun, bar: true }, { href: "/compose", label: "Compose", icon: IconPencil, bar: true, barLabel: "Write", write: true }, { href: "/calendar", label: "Calendar", icon: IconCalendar, bar: true },
  { href: "/approvals", label: "Approvals", icon: IconRubberStamp, bar: true, count: 3 }, { href: "/insights", label: "Insights", icon: IconChartDots }, { href: "/rules", label: "Rules", icon: IconSectionSign }, { href: "/record", label: "Record", icon: IconLink },
];

function Room() {
  const [isFinding, setFinding] = useState(false);
  return (
    <Shell
      places={PLACES} last={{ href: "/settings", label: "Settings", icon: IconSettings }} at="/parts" onFind={() => setFinding(true)} action={<ButtonLink kind="primary" icon={IconPencil} href="/compose">Write a post</ButtonLink>}
      practice={<PracticeSwitcher practices={[{ id: "1", name: "Seapine Plastic Surgery", place: "Virginia Beach, VA" }, { id: "2", name: "Harbor Dermatology", place: "Norfolk, VA" }]} current="1" onChoose={() => undefined} />}
      me={<Me name="Maya Lindqvist" role="Front desk" sections={[{ entries: [{ id: "account", label: "Your account", href: "/settings/account" }, { id: "out", label: "Sign out" }] }]} />}
    >
      <Say date="Tuesday, November 24">Good morning, Maya. <a href="#out">Two posts</a> go out today, <a href="#held">two are held</a>, and <a href="#wait">three people</a> wait for an answer.</Say>
      <Sheet marginWidth={400} marginLabel="The plan" marginClass="pad" margin={<><SlotsMeter slots={[{ day: "Mon", detail: "out", filled: true }, { day: "Tue", detail: "out", filled: true }, { day: "Tue", detail: "12:15", filled: true }, { day: "Wed", detail: "held", filled: false }]}>The Thanksgiving post makes four, once its two stops are fixed.</SlotsMeter><ShareMeter promotional={5} posts={18}>5 of 18 posts sell something. One too many.</ShareMeter></>}>
        <Ledger>
          <LedgerSection id="held" title="Held" small="The desk will not let these out yet">
            <Entry day="Tomorrow" time="9:00 AM" title="Thanksgiving thank-you" meta={<><PillarMark pillar="appreciation" /><ChannelIcons networks={["facebook", "instagram", "linkedin", "x"]} /><span>by you</span></>} reasons={[{ kind: "stop", text: "A prescription injectable can’t be a prize." }, { kind: "stop", text: "It tells the public that Anna is a patient." }]} action={<ButtonLink low href="/compose">Fix 2</ButtonLink>} />
            <Entry day="Friday" time="10:00 AM" title="Black Friday skincare set" meta={<><PillarMark pillar="promotional" /><ChannelIcons networks={["facebook", "instagram"]} /><span>by Jonah Pell</span></>} reasons={[{ kind: "question", text: "A discount needs the full price beside it in Virginia. Jonah was asked." }]} action={<Button low kind="quiet">Open</Button>} />
          </LedgerSection>
          <LedgerSection id="out" title="Going out today">
            <Entry time="9:00 AM" title="Beach cleanup: 41 bags" meta={<><PillarMark pillar="community" /><ChannelIcons networks={["facebook", "instagram"]} /><span>Out, and read back from both</span></>} action={<Pill kind="clear" word="Out" />} />
          </LedgerSection>
          <LedgerSection id="wait" title="Waiting for an answer" small="Oldest 19 hours; the practice aims for 24">
            <Entry day="Yesterday" time="2:10 PM" meta={<><Stars given={1} /><span className="small muted">Google, D. K.</span></>} quote={<>Had <Curtain over="procedure" onDraw={() => undefined} /> there in <Curtain over="date" onDraw={() => undefined} />. Waited fifty minutes and nobody said a word.</>} action={<Button low>Answer</Button>} />
          </LedgerSection>
        </Ledger>
      </Sheet>
      <PageHead title="Record" actions={<Button kind="plain" icon={IconDownload}>Export and verify elsewhere</Button>}>Everything that was written, checked, decided and sent. Nothing in it can be changed, by anyone.</PageHead>
      <Sheet><EmptyState title="No posts yet" actions={<Button low>Start from an idea</Button>}>Write the first one. The desk reads along as you type.</EmptyState></Sheet>
      <div style={{ height: 20 }} />
      <Gate verdict={{ kind: "stop", title: "Stop: 2 must change", detail: "2 more ask for an answer" }} cells={[{ icon: IconUserCheck, title: "Ruth Adeyemi approves", detail: "Asked once the check is clear" }, { icon: IconClock, title: "Wed, Nov 25, 9:00 AM", detail: "4 channels, Eastern time" }]} next={<Button kind="held">Fix the first</Button>} />
      <CommandPalette isOpen={isFinding} onOpenChange={setFinding} commands={COMMANDS} />
    </Shell>
  );
}

function TheDoor() {
  return (
    <Door foot="This desk runs on the practice’s own machine. It talks to no one but the networks you publish on.">
      <form>
        <h1>Seapine Plastic Surgery</h1><p className="muted">Sign in to the desk.</p>
        <Button kind="primary" wide>Continue with a passkey</Button><div className="or"><span>or</span></div>
        <TextField label="E-mail" type="email" defaultValue="maya@seapine.example" /><TextField label="Password" type="password" defaultValue="xxxxxxxxxxxx" />
        <Button wide type="submit">Sign in</Button>
        <div className="links"><Link className="link" href="/sign-in">Use single sign-on</Link><Link className="link" href="/sign-in">Forgot the password</Link></div>
      </form>
    </Door>
  );
}
