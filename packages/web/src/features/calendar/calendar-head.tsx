import { IconAdjustmentsHorizontal, IconCalendarMonth, IconCalendarWeek, IconChevronLeft, IconChevronRight, IconList } from "@tabler/icons-react";
import type { Channel } from "@chaperone/contract";
import { Button, IconButton } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Popover } from "../../components/dialog.tsx";
import { PILLARS } from "../../components/pillar-mark.tsx";
import { Segments } from "../../components/segments.tsx";
import type { Seen } from "./address.ts";
import { daysOf, monthName, spanName, stepFrom } from "./days.ts";
import "./calendar-head.css";

interface CalendarHeadProps { seen: Seen; today: string; channels: readonly Channel[]; onSee: (seen: Seen) => void }

const VIEWS = [{ id: "week" as const, label: "Week", icon: IconCalendarWeek }, { id: "month" as const, label: "Month", icon: IconCalendarMonth }, { id: "list" as const, label: "List", icon: IconList }];

export function CalendarHead({ seen, today, channels, onSee }: CalendarHeadProps) {
  const step = (by: 1 | -1) => onSee({ ...seen, on: stepFrom(seen.view, seen.on, by) }), unit = seen.view === "week" ? "week" : "month";
  return (
    <header className="calendar-head">
      <h1 aria-live="polite">{seen.view === "week" ? spanName(daysOf("week", seen.on)) : monthName(seen.on)}</h1>
      <div className="row">
        <IconButton icon={IconChevronLeft} size={20} label={`The ${unit} before`} onPress={() => step(-1)} />
        <Button low kind="plain" onPress={() => onSee({ ...seen, on: today })}>Today</Button>
        <IconButton icon={IconChevronRight} size={20} label={`The ${unit} after`} onPress={() => step(1)} />
      </div>
      <span className="grow" />
      <Filter seen={seen} channels={channels} onSee={onSee} />
      <Segments label="View" choices={VIEWS} chosen={seen.view} onChoose={(view) => onSee({ ...seen, view })} />
    </header>
  );
}

function Filter({ seen, channels, onSee }: Omit<CalendarHeadProps, "today">) {
  const chosen = seen.channels.length + seen.pillars.length;
  const toggle = <T extends string>(list: readonly T[], one: T, on: boolean): T[] => on ? [...list, one] : list.filter((other) => other !== one);
  return (
    <Popover label="What is shown" placement="bottom end" trigger={<Button kind="quiet" icon={IconAdjustmentsHorizontal}>{chosen === 0 ? "Everything" : `${chosen} chosen`}</Button>}>
      <div className="filter">
        <fieldset>
          <legend className="label">Channels</legend>
          {channels.map(({ id, name, network }) => <Checkbox key={id} isSelected={seen.channels.includes(id)} onChange={(on) => onSee({ ...seen, channels: toggle(seen.channels, id, on) })} detail={name}>{channelName(network)}</Checkbox>)}
        </fieldset>
        <fieldset>
          <legend className="label">Pillars</legend>
          {(Object.keys(PILLARS) as (keyof typeof PILLARS)[]).map((pillar) => <Checkbox key={pillar} isSelected={seen.pillars.includes(pillar)} onChange={(on) => onSee({ ...seen, pillars: toggle(seen.pillars, pillar, on) })}>{PILLARS[pillar].word}</Checkbox>)}
        </fieldset>
        {chosen > 0 ? <Button low kind="quiet" onPress={() => onSee({ ...seen, channels: [], pillars: [] })}>Show everything</Button> : null}
      </div>
    </Popover>
  );
}
