import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useMoment } from "../../components/moment-fields.tsx";
import { clockOf } from "../../lib/clock.ts";
import { dayOf } from "../../lib/dates.ts";

interface TimeDialogProps { at: string | null; zone: string; now: Date; onTime: (at: string | null) => void; close: () => void }

const TOMORROW_MS = 86_400_000, USUAL = "09:00";

/** When it goes out, on the practice's clock. */
export function TimeDialog({ at, zone, now, onTime, close }: TimeDialogProps) {
  const ahead = at && new Date(at) > now ? at : null;
  const start = { day: dayOf(ahead ?? new Date(now.getTime() + TOMORROW_MS), zone), time: ahead ? clockOf(ahead, zone) : USUAL };
  const { moment, fields } = useMoment(start, zone, now, dayOf(now, zone));
  const give = (to: string | null): void => { close(); onTime(to); };
  return (
    <Dialog
      title="When does it go out?" isOpen onOpenChange={(open) => { if (!open) close(); }}
      actions={() => <>{at ? <Button low kind="quiet" onPress={() => give(null)}>Take the time away</Button> : null}<Button low kind="primary" isDisabled={moment === null} onPress={() => give(moment)}>Choose this time</Button></>}
    >
      {fields}
    </Dialog>
  );
}
