import { IconCalendar, IconLink, IconPencil, IconRubberStamp, IconSectionSign, IconSettings, IconSun } from "@tabler/icons-react";
import type { Place } from "../../components/shell.tsx";

export const ALL_PRACTICES = "/?practices=all";
export const SETTINGS: Place = { href: "/settings", label: "Settings", icon: IconSettings };

/** Where one can go, with how much is held and waits there. Who only reads is not sent to write. */
export const placesWith = (held: number, waiting: number, mayWrite: boolean): Place[] => [
  { href: "/", label: "Today", icon: IconSun, bar: true, count: held },
  ...(mayWrite ? [{ href: "/compose", label: "Compose", icon: IconPencil, bar: true, barLabel: "Write", write: true }] : []),
  { href: "/calendar", label: "Calendar", icon: IconCalendar, bar: true },
  { href: "/approvals", label: "Approvals", icon: IconRubberStamp, bar: true, count: waiting },
  { href: "/rules", label: "Rules", icon: IconSectionSign },
  { href: "/record", label: "Record", icon: IconLink },
];
