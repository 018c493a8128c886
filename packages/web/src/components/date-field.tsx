import { parseDate, parseTime } from "@internationalized/date";
import { IconCalendar, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import {
  Button, Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell, DateInput, DatePicker, DateSegment, Dialog, Group, Heading,
  Popover, TimeField as AriaTimeField,
} from "react-aria-components";
import { FieldFrame, type FieldWords } from "./field.tsx";
import { Icon } from "./icon.tsx";
import "./date-field.css";

interface DateFieldProps extends FieldWords {
  /** "2026-11-25", or null while none is chosen. */
  value: string | null;
  onChange: (day: string | null) => void;
  min?: string;
  max?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
}

/** A day of the calendar, without a zone: the page knows at which practice it falls. */
export function DateField({ label, help, error, value, onChange, min, max, ...rest }: DateFieldProps) {
  return (
    <DatePicker
      {...rest} className="field" isInvalid={error !== undefined} value={value ? parseDate(value) : null} onChange={(day) => onChange(day ? day.toString() : null)}
      {...(min ? { minValue: parseDate(min) } : {})} {...(max ? { maxValue: parseDate(max) } : {})}
    >
      <FieldFrame label={label} help={help} error={error}>
        <Group className="input group">
          <DateInput className="segments-in">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>
          <Button aria-label="Choose a day"><Icon of={IconCalendar} size={18} /></Button>
        </Group>
        <Popover className="popover" offset={4}>
          <Dialog className="calendar-pop" aria-label={label}>
            <Calendar>
              <header>
                <Button slot="previous" className="btn quiet square low"><Icon of={IconChevronLeft} /></Button>
                <Heading />
                <Button slot="next" className="btn quiet square low"><Icon of={IconChevronRight} /></Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </FieldFrame>
    </DatePicker>
  );
}

interface TimeFieldProps extends FieldWords {
  /** "09:00", or null while none is chosen. */
  value: string | null;
  onChange: (time: string | null) => void;
  isDisabled?: boolean;
  isRequired?: boolean;
}

export function TimeField({ label, help, error, value, onChange, ...rest }: TimeFieldProps) {
  return (
    <AriaTimeField {...rest} className="field" hourCycle={12} isInvalid={error !== undefined} value={value ? parseTime(value) : null} onChange={(time) => onChange(time ? time.toString().slice(0, 5) : null)}>
      <FieldFrame label={label} help={help} error={error}>
        <DateInput className="input group segments-in">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>
      </FieldFrame>
    </AriaTimeField>
  );
}
