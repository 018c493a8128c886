import type { PostSummary } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { DateField, TimeField } from "../../components/date-field.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { clockOf, momentAt } from "../../lib/clock.ts";
import { dayAndTime, time as timeOf, zoneName } from "../../lib/dates.ts";
import { momentOf, titleOf } from "../../lib/standing.ts";

interface MoveDialogProps {
  post: PostSummary;
  zone: string;
  now: Date;
  /** What is proposed. */
  day: string;
  time: string;
  onMove: (to: string | null) => void;
  close: () => void;
}

/** Moving by keys, by finger, or to a time that dragging cannot name. */
export function MoveDialog({ post, zone, now, day: proposedDay, time: proposedTime, onMove, close }: MoveDialogProps) {
  const [day, setDay] = useState<string | null>(proposedDay), [time, setTime] = useState<string | null>(proposedTime);
  const to = day && time ? momentAt(day, time, zone) : null, isPast = to !== null && new Date(to) <= now, isSkipped = to !== null && clockOf(to, zone) !== time;
  const does = (where: string | null) => { close(); onMove(where); };
  return (
    <Dialog
      title={momentOf(post) ? "Move it to" : "Give it a time"} isOpen onOpenChange={(open) => { if (!open) close(); }}
      actions={() => <>
        {post.plannedFor ? <Button low kind="quiet" onPress={() => does(null)}>Take it off the calendar</Button> : null}
        <Button low kind="primary" isDisabled={to === null || isPast} onPress={() => does(to)}>Move</Button>
      </>}
    >
      <p className="small muted">{titleOf(post)}{post.plannedFor ? `, now on ${dayAndTime(post.plannedFor, zone)}` : ""}</p>
      <div className="move-fields"><DateField label="Day" value={day} onChange={setDay} /><TimeField label="Time" value={time} onChange={setTime} /></div>
      <p className="small" role="status">
        {to === null ? "Choose a day and a time." : isPast ? "That time has passed. Choose a later one."
          : isSkipped ? `The clocks go ahead that night and skip this hour, so it goes out at ${timeOf(to, zone)}.` : `It goes out on ${dayAndTime(to, zone)}, ${zoneName(zone, to)}.`}
      </p>
    </Dialog>
  );
}
