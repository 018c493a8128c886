import { type Me, roleMay } from "@chaperone/contract";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { ErrorBoundary } from "../components/error-boundary.tsx";
import type { Command } from "../components/find.ts";
import { Sheet } from "../components/sheet.tsx";
import { Shell } from "../components/shell.tsx";
import { Broken, EmptyState, Waiting } from "../components/states.tsx";
import { Toasts } from "../components/toasts.tsx";
import { pageCommands, practiceCommands } from "../features/palette/commands.ts";
import { leave, MyMenu, SCHEMES } from "../features/room/my-menu.tsx";
import { ALL_PRACTICES, placesWith, SETTINGS } from "../features/room/places.ts";
import { Switcher } from "../features/room/switcher.tsx";
import { UnreachableLine } from "../features/room/unreachable-line.tsx";
import { useHelpKey } from "../features/room/use-help-key.ts";
import { inWords } from "../lib/api.ts";
import { useLoadDemo } from "../lib/demo.ts";
import { showStanding } from "../lib/favicon.ts";
import { push, replace, usePlace } from "../lib/place.ts";
import { Outlet } from "../lib/routes.tsx";
import { chooseScheme } from "../lib/scheme.ts";
import { channelsQuery, choosePractice, deskQuery, meQuery, type MyPractice, practiceQuery, todayQuery, useMyPractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

const Palette = lazy(() => import("../features/palette/palette.tsx").then((file) => ({ default: file.Palette })));
const KeyboardHelp = lazy(() => import("../features/palette/keyboard-help.tsx").then((file) => ({ default: file.KeyboardHelp })));

/** The room, for whoever is signed in and belongs to a practice; the others are shown the right door. */
export function DeskPage() {
  const desk = useQuery(deskQuery), me = useQuery(meQuery), here = useMyPractice(), { href } = usePlace();
  if (desk.data?.setUpNeeded) return <GoTo href="/set-up" />;
  if (me.data === null) return <GoTo href={href === "/" ? "/sign-in" : `/sign-in?then=${encodeURIComponent(href)}`} />;
  if (me.data && here) return <Room key={here.id} me={me.data} here={here} />;
  if (me.data) return <BareRoom><NoPractice name={me.data.person.name} /></BareRoom>;
  if (me.isError) return <BareRoom><Silent error={me.error} again={() => void me.refetch()} /></BareRoom>;
  return <BareRoom><Sheet><Waiting what="Opening the desk" lines={6} /></Sheet></BareRoom>;
}

/** Goes once: until the other page has been fetched, the address here is already the new one. */
function GoTo({ href }: { href: string }) {
  const [to] = useState(href);
  useEffect(() => replace(to), [to]);
  return null;
}

function BareRoom({ children }: { children: React.ReactNode }) {
  const nothing = useCallback(() => undefined, []);
  return <Shell places={placesWith(0, 0, true)} last={SETTINGS} at={usePlace().pathname} practice={null} me={null} onFind={nothing}><div className="bare-room">{children}</div></Shell>;
}

const Silent = ({ error, again }: { error: unknown; again: () => void }) => (
  <Sheet><Broken level={1} title="The desk does not answer" actions={<Button low onPress={again}>Ask again</Button>}>{inWords(error).says} {inWords(error).next} What you wrote is kept in this browser.</Broken></Sheet>
);

/** Signed in, but a member of nothing: removed since, or never invited anywhere. */
function NoPractice({ name }: { name: string }) {
  const demo = useLoadDemo();
  useTitle("Welcome");
  return (
    <Sheet>
      <EmptyState level={1} title={`${name}, you belong to no practice yet`} actions={<><Button low kind="primary" isDisabled={demo.isPending} onPress={() => demo.mutate()}>Open the demo practice</Button><Button low kind="quiet" onPress={leave}>Sign out</Button></>}>
        An owner of a practice can invite you from Settings, Members; the link comes by mail or from their hand. Until then the demo practice shows how the desk works.
      </EmptyState>
    </Sheet>
  );
}

function Room({ me, here }: { me: Me; here: MyPractice }) {
  const { pathname: at, href } = usePlace();
  const practice = useQuery(practiceQuery(here.id)), channels = useQuery(channelsQuery(here.id)), { data: today } = useQuery(todayQuery(here.id));
  const mayWrite = roleMay(here.role, "write"), held = today?.held ?? [], places = placesWith(held.length, today?.waitingForMe.length ?? 0, mayWrite), isAll = href === ALL_PRACTICES;
  const [over, lay] = useState<"find" | "keys" | null>(null), find = useCallback(() => lay("find"), []), keys = useCallback(() => lay("keys"), []), close = () => lay(null);
  useHelpKey(keys);
  // From the first visit on, so that joining or opening another practice leaves this one at hand.
  useEffect(() => choosePractice(here.id), [here.id]);
  useStanding(at, held.length === 0 ? "clear" : held.some(({ stops }) => stops > 0) ? "stop" : "question");

  // A post belongs to its practice, so an open one is left behind; every other page opens the same at the next.
  const open = (id: string) => {
    if (id === "all") return push(ALL_PRACTICES);
    choosePractice(id);
    if (isAll || at.startsWith("/compose/")) push("/");
  };
  const commands = (): Command[] => [
    ...(mayWrite ? [{ id: "write", label: "Write a post", also: "new compose draft", group: "Do", href: "/compose" }] : []),
    ...pageCommands([...places, SETTINGS]),
    ...practiceCommands(me.practices, here.id, open),
    { id: "new-practice", label: "Open another practice", also: "add new client agency", group: "Do", href: "/practices/new" },
    ...SCHEMES.map(({ id, label }) => ({ id: `scheme-${id}`, label: `Colors: ${label.toLowerCase()}`, also: "theme appearance mode", group: "Do", run: () => chooseScheme(id) })),
    { id: "keys", label: "Show the keys", also: "keyboard shortcuts help", group: "Do", keys: "?", run: keys },
    { id: "sign-out", label: "Sign out", also: "log out leave", group: "Do", run: leave },
  ];
  return (
    <Shell
      places={places} last={SETTINGS} at={at} onFind={find} practice={<Switcher practices={me.practices} current={isAll ? "all" : here.id} onChoose={open} />} me={<MyMenu me={me} here={here} onKeys={keys} />}
      action={at.startsWith("/compose") || !mayWrite ? null : <ButtonLink kind="primary" icon={IconPencil} href="/compose">Write a post</ButtonLink>}
    >
      <UnreachableLine />
      <ErrorBoundary at={at}>
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

/** Compose shows its own post's standing; everywhere else the icon shows the practice's. */
function useStanding(at: string, standing: "clear" | "question" | "stop"): void {
  const isOurs = !at.startsWith("/compose");
  useEffect(() => { if (isOurs) showStanding(standing); }, [isOurs, standing]);
}
