import { useState } from "react";
import { clockOf, momentAt } from "../lib/clock.ts";
import { dayAndTime, time as timeOf, zoneName } from "../lib/dates.ts";
import { DateField, TimeField } from "./date-field.tsx";
import "./moment-fields.css";

interface Start { day: string; time: string }

/** A day and a time on the practice's clock: the fields, what they mean in a sentence, and the moment; null until it is one that lies ahead. */
export function useMoment(start: Start, zone: string, now: Date, min?: string): { moment: string | null; fields: React.ReactNode } {
  const [day, setDay] = useState<string | null>(start.day), [time, setTime] = useState<string | null>(start.time);
  const to = day && time ? momentAt(day, time, zone) : null, isPast = to !== null && new Date(to) <= now, isSkipped = to !== null && clockOf(to, zone) !== time;
  const fields = (
    <>
      <div className="moment-fields"><DateField label="Day" value={day} onChange={setDay} {...(min ? { min } : {})} /><TimeField label="Time" value={time} onChange={setTime} /></div>
      <p className="small" role="status">
        {to === null ? "Choose a day and a time." : isPast ? "That time has passed. Choose a later one."
          : isSkipped ? `The clocks go ahead that night and skip this hour, so it goes out at ${timeOf(to, zone)}.` : `It goes out on ${dayAndTime(to, zone)}, ${zoneName(zone, to)}.`}
      </p>
    </>
  );
  return { moment: isPast ? null : to, fields };
}
