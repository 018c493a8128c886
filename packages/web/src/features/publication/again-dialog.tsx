import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useMoment } from "../../components/moment-fields.tsx";
import { clockOf } from "../../lib/clock.ts";
import { dayOf } from "../../lib/dates.ts";

interface AgainDialogProps { name: string; zone: string; now: Date; onTime: (at: string) => void; close: () => void }

const SOON_MS = 10 * 60_000;

/** A new time for what failed or was missed, on this channel alone. */
export function AgainDialog({ name, zone, now, onTime, close }: AgainDialogProps) {
  const soon = new Date(now.getTime() + SOON_MS).toISOString(), { moment, fields } = useMoment({ day: dayOf(soon, zone), time: clockOf(soon, zone) }, zone, now, dayOf(now, zone));
  return (
    <Dialog title={`Try ${name} again`} isOpen onOpenChange={(open) => { if (!open) close(); }} actions={() => <><Button kind="quiet" onPress={close}>Leave it</Button><Button kind="primary" isDisabled={moment === null} onPress={() => { if (moment) { close(); onTime(moment); } }}>Plan it again</Button></>}>
      <p className="small muted">The gate is asked first. What is out on other channels stays as it is.</p>
      {fields}
    </Dialog>
  );
}
