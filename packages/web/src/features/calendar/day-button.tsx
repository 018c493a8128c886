import { IconPlus } from "@tabler/icons-react";
import { Icon } from "../../components/icon.tsx";
import { longDay } from "../../lib/dates.ts";
import { addDays } from "./days.ts";
import { useHands } from "./hands.ts";

/** A day has no zone of its own; noon in Greenwich names it right everywhere. */
export const nameOf = (day: string): string => longDay(`${day}T12:00:00Z`, "UTC");

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Arrow keys go from day to day among the buttons below; at the edge, and with Page Up and Down, `onStep` turns the page. */
export function onDayKeys(onStep: (by: 1 | -1) => void) {
  return (event: React.KeyboardEvent<HTMLElement>) => {
    const day = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-day-button]")?.dataset["dayButton"] : undefined, step = STEPS[event.key], page = { PageUp: -1, PageDown: 1 }[event.key] as 1 | -1 | undefined;
    if (page) { event.preventDefault(); return onStep(page); }
    if (!day || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = event.currentTarget.querySelector<HTMLElement>(`[data-day-button="${addDays(day, step)}"]`);
    if (next) next.focus();
    else onStep(step > 0 ? 1 : -1);
  };
}

/** The number of a day; pressing it begins a post for it. One of them is in the order of Tab, the arrows reach the others. */
export function DayButton({ day, isStop, children }: { day: string; isStop: boolean; children: React.ReactNode }) {
  const { today, mayWrite, write } = useHands(), may = mayWrite && day >= today;
  return (
    <button
      type="button" className="day-button" data-day-button={day} tabIndex={isStop ? 0 : -1} aria-disabled={!may || undefined} aria-current={day === today ? "date" : undefined}
      onClick={() => { if (may) write(day); }}
    >
      {children}<i className="vh">, {nameOf(day)}{may ? ", write a post" : ""}</i>{may ? <Icon of={IconPlus} size={14} /> : null}
    </button>
  );
}

/** What makes a day a place to drop on, and an empty spot of it a place to begin. */
export function useDayPlace(day: string) {
  const { today, over, mayWrite, write } = useHands(), isAhead = day >= today;
  return {
    role: "group", ...(isAhead ? { "data-drop": day } : {}), "data-over": over === day || undefined, "data-now": day === today || undefined, "data-past": !isAhead || undefined,
    onClick: (event: React.MouseEvent) => { if (isAhead && mayWrite && event.target === event.currentTarget) write(day); },
  };
}
