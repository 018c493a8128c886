import type { PostSummary } from "@chaperone/contract";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useMoment } from "../../components/moment-fields.tsx";
import { dayAndTime } from "../../lib/dates.ts";
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
export function MoveDialog({ post, zone, now, day, time, onMove, close }: MoveDialogProps) {
  const { moment, fields } = useMoment({ day, time }, zone, now);
  const does = (where: string | null) => { close(); onMove(where); };
  return (
    <Dialog
      title={momentOf(post) ? "Move it to" : "Give it a time"} isOpen onOpenChange={(open) => { if (!open) close(); }}
      actions={() => <>
        {post.plannedFor ? <Button low kind="quiet" onPress={() => does(null)}>Take it off the calendar</Button> : null}
        <Button low kind="primary" isDisabled={moment === null} onPress={() => does(moment)}>Move</Button>
      </>}
    >
      <p className="small muted">{titleOf(post)}{post.plannedFor ? `, now on ${dayAndTime(post.plannedFor, zone)}` : ""}</p>
      {fields}
    </Dialog>
  );
}
