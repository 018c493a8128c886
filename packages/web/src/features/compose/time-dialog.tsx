import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { DateField, TimeField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { clockOf, momentAt } from "../../lib/clock.ts";
import { dayAndTime, dayOf, time as timeOf, zoneName } from "../../lib/dates.ts";

interface TimeDialogProps { at: string | null; zone: string; now: Date; onTime: (at: string | null) => void; close: () => void }

const TOMORROW_MS = 86_400_000, USUAL = "09:00";

/** When it goes out, on the practice's clock. */
export function TimeDialog({ at, zone, now, onTime, close }: TimeDialogProps) {
  const ahead = at && new Date(at) > now ? at : null;
  const [day, setDay] = useState<string | null>(dayOf(ahead ?? new Date(now.getTime() + TOMORROW_MS), zone)), [time, setTime] = useState<string | null>(ahead ? clockOf(ahead, zone) : USUAL);
  const to = day && time ? momentAt(day, time, zone) : null, isPast = to !== null && new Date(to) <= now, isSkipped = to !== null && clockOf(to, zone) !== time;
  const give = (moment: string | null): void => { close(); onTime(moment); };
  return (
    <Dialog
      title="When does it go out?" isOpen onOpenChange={(open) => { if (!open) close(); }}
      actions={() => <>{at ? <Button low kind="quiet" onPress={() => give(null)}>Take the time away</Button> : null}<Button low kind="primary" isDisabled={to === null || isPast} onPress={() => give(to)}>Choose this time</Button></>}
    >
      <div className="two"><DateField label="Day" value={day} onChange={setDay} min={dayOf(now, zone)} /><TimeField label="Time" value={time} onChange={setTime} /></div>
      <p className="small" role="status">
        {to === null ? "Choose a day and a time." : isPast ? "That time has passed. Choose a later one."
          : isSkipped ? `The clocks go ahead that night and skip this hour, so it goes out at ${timeOf(to, zone)}.` : `It goes out on ${dayAndTime(to, zone)}, ${zoneName(zone, to)}.`}
      </p>
    </Dialog>
  );
}
