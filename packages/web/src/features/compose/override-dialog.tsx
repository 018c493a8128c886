import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextArea } from "../../components/field.tsx";

const LEAST = 10;

/** A stop stands only if a second person who may lets it. The reason is theirs to weigh, and stays in the record. */
export function OverrideDialog({ says, onAsk, close }: { says: string; onAsk: (reason: string) => void; close: () => void }) {
  const [reason, give] = useState("");
  return (
    <Dialog title="Ask for an exception" asks isOpen onOpenChange={(open) => { if (!open) close(); }} actions={() => <><Button low kind="quiet" onPress={close}>Leave it</Button><Button low kind="held" isDisabled={reason.trim().length < LEAST} onPress={() => { close(); onAsk(reason.trim()); }}>Ask a second person</Button></>}>
      <p className="small">{says}</p>
      <TextArea label="Why these words may stand" help="At least ten letters. Whoever decides reads it, and it stays in the record." rows={4} value={reason} onChange={give} autoFocus />
    </Dialog>
  );
}
