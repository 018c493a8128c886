import { Outlet, useLocation } from "@tanstack/react-router";
import { IconCalendar, IconLink, IconPencil, IconRubberStamp, IconSectionSign, IconSettings, IconSun } from "@tabler/icons-react";
import { lazy, Suspense, useCallback, useState } from "react";
import { ButtonLink } from "../components/button.tsx";
import { ErrorBoundary } from "../components/error-boundary.tsx";
import type { Command } from "../components/find.ts";
import { type Place, Shell } from "../components/shell.tsx";

const CommandPalette = lazy(() => import("../components/command-palette.tsx").then((file) => ({ default: file.CommandPalette })));

export const PLACES: readonly Place[] = [
  { href: "/", label: "Today", icon: IconSun, bar: true },
  { href: "/compose", label: "Compose", icon: IconPencil, bar: true, barLabel: "Write", write: true },
  { href: "/calendar", label: "Calendar", icon: IconCalendar, bar: true },
  { href: "/approvals", label: "Approvals", icon: IconRubberStamp, bar: true },
  { href: "/rules", label: "Rules", icon: IconSectionSign },
  { href: "/record", label: "Record", icon: IconLink },
];
export const SETTINGS: Place = { href: "/settings", label: "Settings", icon: IconSettings };

const goTo: readonly Command[] = [...PLACES, SETTINGS].map((place) => ({ id: place.href, label: place.label, group: "Go to", href: place.href }));

/** The room. Who is here, and at which practice, comes with the sign-in. */
export function DeskPage() {
  const at = useLocation().pathname, [isFinding, setFinding] = useState(false);
  const find = useCallback(() => setFinding(true), []);
  return (
    <Shell places={PLACES} last={SETTINGS} at={at} practice={null} me={null} onFind={find} action={at.startsWith("/compose") ? null : <ButtonLink kind="primary" icon={IconPencil} href="/compose">Write a post</ButtonLink>}>
      <ErrorBoundary key={at}><Outlet /></ErrorBoundary>
      {isFinding ? <Suspense><CommandPalette isOpen onOpenChange={setFinding} commands={goTo} /></Suspense> : null}
    </Shell>
  );
}
