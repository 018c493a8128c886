/** Two people wrote at once. Both texts are shown, one is chosen, neither is lost. */
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";

interface ConflictProps { mine: string; theirs: string; by?: string | undefined; at?: string | undefined; onMine: () => void; onTheirs: () => void }

export function Conflict({ mine, theirs, by, at, onMine, onTheirs }: ConflictProps) {
  return (
    <Dialog title="This draft was changed elsewhere" isOpen asks wide actions={() => <><Button kind="primary" onPress={onMine}>Keep mine</Button><Button onPress={onTheirs}>Take theirs</Button></>}>
      <p className="muted">{by ?? "Someone"} saved another text{at ? ` at ${at}` : ""}. Nothing was lost: the one that is not chosen is laid aside on this device.</p>
      <div className="two-texts">
        <section aria-label="Mine"><h3 className="label">Mine</h3><p className="serif">{mine || "Empty"}</p></section>
        <section aria-label="Theirs"><h3 className="label">Theirs</h3><p className="serif">{theirs || "Empty"}</p></section>
      </div>
    </Dialog>
  );
}
