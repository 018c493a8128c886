import { Outlet, useLocation, useRouter } from "@tanstack/react-router";
import { IconCalendar, IconCheck, IconLink, IconLogout, IconPencil, IconPlus, IconRubberStamp, IconSectionSign, IconSettings, IconSun, IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Me as WhoIsHere } from "@chaperone/contract";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { ErrorBoundary } from "../components/error-boundary.tsx";
import type { Command } from "../components/find.ts";
import { Icon } from "../components/icon.tsx";
import type { MenuPart } from "../components/menu.tsx";
import { Notice } from "../components/notice.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Me, type Place, PracticeSwitcher, Shell } from "../components/shell.tsx";
import { Broken, EmptyState, Waiting } from "../components/states.tsx";
import { Toasts } from "../components/toasts.tsx";
import { pageCommands, practiceCommands } from "../features/palette/commands.ts";
import { useLoadDemo } from "../lib/demo.ts";
import { inWords } from "../lib/api.ts";
import { showStanding } from "../lib/favicon.ts";
import { useIsReachable } from "../lib/reach.ts";
import { chooseScheme, type Scheme, useScheme } from "../lib/scheme.ts";
import { channelsQuery, choosePractice, deskQuery, meQuery, practiceQuery, signOut, todayQuery, useMyPractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { toast } from "../lib/toast.ts";
import "./desk.css";

const Palette = lazy(() => import("../features/palette/palette.tsx").then((file) => ({ default: file.Palette })));
const KeyboardHelp = lazy(() => import("../features/palette/keyboard-help.tsx").then((file) => ({ default: file.KeyboardHelp })));

export const ALL_PRACTICES = "/?practices=all";
const SETTINGS: Place = { href: "/settings", label: "Settings", icon: IconSettings };
const placesWith = (held: number, waiting: number): Place[] => [
  { href: "/", label: "Today", icon: IconSun, bar: true, count: held },
  { href: "/compose", label: "Compose", icon: IconPencil, bar: true, barLabel: "Write", write: true },
  { href: "/calendar", label: "Calendar", icon: IconCalendar, bar: true },
  { href: "/approvals", label: "Approvals", icon: IconRubberStamp, bar: true, count: waiting },
  { href: "/rules", label: "Rules", icon: IconSectionSign },
  { href: "/record", label: "Record", icon: IconLink },
];

/** The room, for whoever is signed in and belongs to a practice; the others are shown the right door. */
export function DeskPage() {
  const desk = useQuery(deskQuery), me = useQuery(meQuery), here = useMyPractice(), { href } = useLocation();
  if (desk.data?.setUpNeeded) return <GoTo href="/set-up" />;
  if (me.data === null) return <GoTo href={href === "/" ? "/sign-in" : `/sign-in?then=${encodeURIComponent(href)}`} />;
  if (me.data && here) return <Room key={here.id} me={me.data} here={here} />;
  if (me.data) return <BareRoom><NoPractice name={me.data.person.name} /></BareRoom>;
  if (me.isError) return <BareRoom><Silent error={me.error} again={() => void me.refetch()} /></BareRoom>;
  return <BareRoom><Sheet><Waiting what="Opening the desk" lines={6} /></Sheet></BareRoom>;
}

/** Goes once: until the other page has been fetched, the address here is already the new one. */
function GoTo({ href }: { href: string }) {
  const { history } = useRouter(), [to] = useState(href);
  useEffect(() => history.replace(to), [history, to]);
  return null;
}

function BareRoom({ children }: { children: React.ReactNode }) {
  const nothing = useCallback(() => undefined, []);
  return <Shell places={placesWith(0, 0)} last={SETTINGS} at={useLocation().pathname} practice={null} me={null} onFind={nothing}><div className="bare-room">{children}</div></Shell>;
}

const Silent = ({ error, again }: { error: unknown; again: () => void }) => (
  <Sheet><Broken title="The desk does not answer" actions={<Button low onPress={again}>Ask again</Button>}>{inWords(error).says} {inWords(error).next} What you wrote is kept in this browser.</Broken></Sheet>
);

/** Signed in, but a member of nothing: invited once and removed since, or the only one on a fresh desk. */
function NoPractice({ name }: { name: string }) {
  const demo = useLoadDemo();
  useTitle("Welcome");
  return (
    <Sheet>
      <EmptyState title={`${name}, you belong to no practice yet`} actions={<><Button low kind="primary" isDisabled={demo.isPending} onPress={() => demo.mutate()}>Open the demo practice</Button><Button low kind="quiet" onPress={leave}>Sign out</Button></>}>
        An owner of a practice can invite you from Settings, Members; the link comes by mail or from their hand. Until then the demo practice shows how the desk works.
      </EmptyState>
    </Sheet>
  );
}

const leave = (): void => { signOut().catch(() => toast({ says: "The desk cannot be reached, so you are still signed in." })); };

type Here = WhoIsHere["practices"][number];

function Room({ me, here }: { me: WhoIsHere; here: Here }) {
  const { pathname: at, href } = useLocation(), { history } = useRouter();
  const practice = useQuery(practiceQuery(here.id)), channels = useQuery(channelsQuery(here.id)), { data: today } = useQuery(todayQuery(here.id));
  const held = today?.held.length ?? 0, waiting = today?.waitingForMe.length ?? 0;
  const places = placesWith(held, waiting), isAll = href === ALL_PRACTICES;
  const [over, lay] = useState<"find" | "keys" | null>(null), find = useCallback(() => lay("find"), []), close = useCallback(() => lay(null), []);
  useHelpKey(useCallback(() => lay("keys"), []));
  useStanding(at, held > 0 ? today?.held.some(({ stops }) => stops > 0) ? "stop" : "question" : "clear");

  // A post belongs to its practice, so an open one is left behind; every other page opens the same at the next.
  const open = (id: string) => {
    if (id === "all") return history.push(ALL_PRACTICES);
    choosePractice(id);
    if (isAll || at.startsWith("/compose/")) history.push("/");
  };
  const commands = (): Command[] => [
    { id: "write", label: "Write a post", also: "new compose draft", group: "Do", href: "/compose" },
    ...pageCommands([...places, SETTINGS]),
    ...practiceCommands(me.practices, here.id, open),
    { id: "new-practice", label: "Open another practice", also: "add new client agency", group: "Do", href: "/practices/new" },
    ...SCHEMES.map(({ id, label }) => ({ id: `scheme-${id}`, label: `Colors: ${label.toLowerCase()}`, also: "theme appearance mode", group: "Do", run: () => chooseScheme(id) })),
    { id: "keys", label: "Show the keys", also: "keyboard shortcuts help", group: "Do", keys: "?", run: () => lay("keys") },
    { id: "sign-out", label: "Sign out", also: "log out leave", group: "Do", run: leave },
  ];
  const action = at.startsWith("/compose") ? null : <ButtonLink kind="primary" icon={IconPencil} href="/compose">Write a post</ButtonLink>;
  return (
    <Shell places={places} last={SETTINGS} at={at} practice={<Switcher me={me} current={isAll ? "all" : here.id} onChoose={open} />} me={<MyMenu me={me} here={here} onKeys={() => lay("keys")} />} onFind={find} action={action}>
      <UnreachableLine />
      <ErrorBoundary key={at}>
        {practice.data && channels.data ? <Suspense fallback={<Waiting lines={6} />}><Outlet /></Suspense>
          : practice.error || channels.error ? <Silent error={practice.error ?? channels.error} again={() => { void practice.refetch(); void channels.refetch(); }} />
          : <Sheet><Waiting what="Opening the practice" lines={6} /></Sheet>}
      </ErrorBoundary>
      <Toasts />
      <Suspense>
        {over === "find" ? <Palette practice={here.id} commands={commands()} close={close} /> : null}
        {over === "keys" ? <KeyboardHelp close={close} /> : null}
      </Suspense>
    </Shell>
  );
}

function Switcher({ me, current, onChoose }: { me: WhoIsHere; current: string; onChoose: (id: string) => void }) {
  const all = me.practices.length > 1 ? [{ id: "all", name: "All practices", place: `${me.practices.length} practices` }] : [];
  return <PracticeSwitcher practices={[...me.practices.map((practice) => practice.isDemo ? { ...practice, place: "Demo practice" } : practice), ...all]} current={current} onChoose={onChoose} more={[{ id: "new", label: "Open another practice", icon: IconPlus, href: "/practices/new" }]} />;
}

const SCHEMES: readonly { id: Scheme; label: string }[] = [{ id: "light", label: "Light" }, { id: "dark", label: "Dark" }, { id: "system", label: "As the system" }];

function MyMenu({ me, here, onKeys }: { me: WhoIsHere; here: Here; onKeys: () => void }) {
  const chosen = useScheme();
  const sections: MenuPart[] = [
    { title: `${me.person.name}, ${here.role} at ${here.name}`, entries: [{ id: "account", label: "Your account", icon: IconUser, href: "/settings/account" }, { id: "keys", label: "Keys", lead: <kbd>?</kbd>, onAction: onKeys }] },
    { title: "Colors", entries: SCHEMES.map(({ id, label }) => ({ id: `scheme-${id}`, label, lead: <span className="chosen-mark">{id === chosen ? <Icon of={IconCheck} /> : null}</span>, onAction: () => chooseScheme(id) })) },
    { entries: [{ id: "sign-out", label: "Sign out", icon: IconLogout, onAction: leave }] },
  ];
  return <Me name={me.person.name} role={here.role} sections={sections} />;
}

function UnreachableLine() {
  if (useIsReachable()) return null;
  return <div className="away"><Notice kind="question" title="The desk does not answer">What you write is kept in this browser and sent when the desk is back. It is asked every few seconds.</Notice></div>;
}

/** Compose shows its own post's standing; everywhere else the icon shows the practice's. */
function useStanding(at: string, standing: "clear" | "question" | "stop"): void {
  const isOurs = !at.startsWith("/compose");
  useEffect(() => { if (isOurs) showStanding(standing); }, [isOurs, standing]);
}

function useHelpKey(show: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (event.key !== "?" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      show();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [show]);
}
