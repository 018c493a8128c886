import { IconDots, IconSearch, IconSelector } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { Icon, type IconDrawing } from "./icon.tsx";
import { ModKey } from "./keys.tsx";
import { Link } from "./link.tsx";
import { Mark } from "./mark.tsx";
import type { MenuEntry, MenuPart } from "./menu.tsx";
import { fetchMenu, MenuButton } from "./menu-button.tsx";
import "./shell.css";

// What lies over the page is fetched once the page stands, so that the first paint does not wait for it.
const fetchDialog = () => import("./dialog.tsx");
const Dialog = lazy(() => fetchDialog().then((file) => ({ default: file.Dialog })));

export interface Place {
  href: string;
  label: string;
  icon: IconDrawing;
  /** How many things wait there. */
  count?: number;
  /** Has a place of its own in the phone's bar; the others are under More. */
  bar?: boolean;
  /** What the phone's bar calls it. */
  barLabel?: string;
  /** Drawn in the accent in the phone's bar. */
  write?: boolean;
}

interface ShellProps {
  places: readonly Place[];
  /** Stands at the foot of the rail. */
  last: Place;
  /** The address one is at. */
  at: string;
  practice: React.ReactNode;
  /** Opens the palette; the shell listens for Ctrl K. */
  onFind: () => void;
  /** The one filled button at the top, where the page has none of its own. */
  action?: React.ReactNode;
  me: React.ReactNode;
  children: React.ReactNode;
}

const isAt = (place: Place, at: string): boolean => place.href === "/" ? at === "/" : at === place.href || at.startsWith(`${place.href}/`);

/** The room: rail, top, page, and on a phone the bar. */
export function Shell({ places, last, at, practice, onFind, action, me, children }: ShellProps) {
  useFindKey(onFind);
  useEffect(() => {
    const soon = setTimeout(() => void Promise.all([fetchDialog(), fetchMenu()]).catch(() => undefined), 1500);
    return () => clearTimeout(soon);
  }, []);
  return (
    <div className="desk">
      <a className="skip" href="#main">Skip to the page</a>
      <Rail places={places} last={last} at={at} />
      <header className="top">
        {practice}
        <span className="grow" />
        <Button className="find" onPress={onFind} aria-keyshortcuts="Control+K"><Icon of={IconSearch} size={17} /><span>Find or do</span><ModKey letter="K" /></Button>
        {action ? <span className="top-action">{action}</span> : null}
        {me}
      </header>
      <main id="main" tabIndex={-1}>{children}</main>
      <Bar places={[...places, last]} at={at} onFind={onFind} />
    </div>
  );
}

function useFindKey(onFind: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      onFind();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [onFind]);
}

function Rail({ places, last, at }: { places: readonly Place[]; last: Place; at: string }) {
  return (
    <nav className="rail" aria-label="Chaperone">
      <Link className="home" href="/" aria-label="Chaperone, Today"><Mark ink="var(--on-rail)" third="var(--rail-mark)" /></Link>
      {places.map((place) => <PlaceLink key={place.href} place={place} at={at} size={22} />)}
      <PlaceLink place={last} at={at} size={22} className="last" />
    </nav>
  );
}

function PlaceLink({ place, at, size, label = place.label, className = "" }: { place: Place; at: string; size: number; label?: string; className?: string }) {
  return (
    <Link href={place.href} className={className} {...(isAt(place, at) ? { "aria-current": "page" as const } : {})}>
      <Icon of={place.icon} size={size} /><span>{label}</span>
      {place.count ? <em><span className="vh">, </span>{place.count}<span className="vh"> waiting</span></em> : null}
    </Link>
  );
}

/** Writing stands in the middle, under the thumb. */
function inBarOrder(places: readonly Place[]): Place[] {
  const others = places.filter((place) => place.bar && !place.write), write = places.filter((place) => place.bar && place.write);
  return [...others.slice(0, 2), ...write, ...others.slice(2)];
}

function Bar({ places, at, onFind }: { places: readonly Place[]; at: string; onFind: () => void }) {
  const [isOpen, open] = useState(false);
  const more = places.filter((place) => !place.bar);
  useEffect(() => open(false), [at]);
  return (
    <nav className="bar" aria-label="Pages">
      {inBarOrder(places).map((place) => <PlaceLink key={place.href} place={place} at={at} size={24} label={place.barLabel ?? place.label} className={place.write ? "write" : ""} />)}
      <Button className={more.some((place) => isAt(place, at)) ? "on" : ""} onPress={() => open(true)}><Icon of={IconDots} size={24} /><span>More</span></Button>
      {isOpen ? <Suspense><Dialog title="More" isOpen onOpenChange={open}>
        <ul className="more">
          {more.map((place) => <li key={place.href}><PlaceLink place={place} at={at} size={22} /></li>)}
          <li><button type="button" onClick={() => { open(false); onFind(); }}><Icon of={IconSearch} size={22} /><span>Find or do</span></button></li>
        </ul>
      </Dialog></Suspense> : null}
    </nav>
  );
}

/** The practice's letter on its tile. */
export function Tile({ name }: { name: string }) {
  return <span className="tile" aria-hidden="true">{[...name][0]?.toUpperCase()}</span>;
}

interface PracticeSwitcherProps {
  practices: readonly { id: string; name: string; place: string }[];
  current: string;
  onChoose: (id: string) => void;
  /** What else the menu offers: all practices at a glance, add one. */
  more?: readonly MenuEntry[];
}

export function PracticeSwitcher({ practices, current, onChoose, more = [] }: PracticeSwitcherProps) {
  const here = practices.find((practice) => practice.id === current);
  if (!here) return null;
  const name = <><Tile name={here.name} /><span><b>{here.name}</b><i>{here.place}</i></span></>;
  if (practices.length < 2 && more.length === 0) return <div className="practice">{name}</div>;
  const entries = practices.map(({ id, name: label, place }) => ({ id, label, detail: place, lead: <Tile name={label} />, chosen: id === current, onAction: () => onChoose(id) }));
  return <MenuButton className="practice" label="Practices" placement="bottom start" sections={[{ title: "Practices", entries }, ...(more.length > 0 ? [{ entries: more }] : [])]}>{name}<Icon of={IconSelector} /></MenuButton>;
}

interface MeProps { name: string; role: string; sections: readonly MenuPart[] }

export function Me({ name, role, sections }: MeProps) {
  const initials = name.split(/\s+/).filter(Boolean).map((word) => [...word][0]!.toUpperCase());
  const short = (initials[0] ?? "") + (initials.length > 1 ? initials.at(-1) : "");
  return <MenuButton className="me" label={`${name}, ${role}`} name={`${short}: ${name}, ${role}`} sections={sections}>{short}</MenuButton>;
}
