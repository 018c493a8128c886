import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Notice } from "../../components/notice.tsx";
import { useHold } from "../../lib/place.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import type { PracticeDraft } from "./practice-draft.ts";

/** A section that is saved as a whole: its fields, what stands in the way, and the bar that saves. */
export function PracticeForm({ draft, children }: { draft: PracticeDraft; children: React.ReactNode }) {
  const { isDirty, isSaving, isSaved, isElsewhere, mayChange, error } = draft;
  return (
    <form onSubmit={(event) => { event.preventDefault(); draft.save(); }}>
      {mayChange ? null : <ReadOnly />}
      <div className="fields">{children}</div>
      {mayChange ? (
        <div className="save-bar">
          {isElsewhere ? (
            <Notice kind="question" title="Someone else changed the practice in the meantime" actions={<><Button low onPress={draft.keepMine}>Save mine over it</Button><Button low kind="quiet" onPress={draft.takeTheirs}>Take theirs</Button></>}>What you wrote still stands here. Saving yours changes only the fields you touched.</Notice>
          ) : null}
          <RefusalNotice error={error} />
          <div className="row">
            <span className="small muted grow" role="status">{isSaving ? "Saving" : isDirty ? "Not saved yet." : isSaved ? "Saved. Open posts are checked again where it matters." : ""}</span>
            {isDirty ? <Button kind="quiet" onPress={draft.undo}>Undo</Button> : null}
            <Button type="submit" kind="primary" isDisabled={!isDirty || isElsewhere} isPending={isSaving}>Save</Button>
          </div>
        </div>
      ) : null}
      <Leaving isDirty={isDirty} />
    </form>
  );
}

export const ReadOnly = () => <Notice kind="note" title="You can read this">An owner or compliance changes it.</Notice>;

/** Nobody loses what they wrote by pressing a link. */
export function Leaving({ isDirty }: { isDirty: boolean }) {
  const { asked } = useHold(isDirty);
  if (!asked) return null;
  return (
    <Dialog asks isOpen title="Leave without saving?" onOpenChange={(open) => { if (!open) asked.stay(); }} actions={() => <><Button kind="quiet" onPress={asked.stay}>Stay here</Button><Button kind="danger" onPress={asked.leave}>Leave</Button></>}>
      What you changed on this page is not saved yet.
    </Dialog>
  );
}
