import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Radios } from "../../components/choices.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Broken, GhostRows } from "../../components/states.tsx";
import { inWords } from "../../lib/api.ts";
import { membersQuery } from "../../lib/post-queries.ts";
import { approversIn } from "./approvers.ts";

interface ApproverDialogProps { practice: string; writer: string; fourEyes: boolean; chosen: string | null; onChoose: (person: { id: string; name: string }) => void; close: () => void }

export function ApproverDialog({ practice, writer, fourEyes, chosen, onChoose, close }: ApproverDialogProps) {
  const { data: members, error } = useQuery(membersQuery(practice)), [picked, pick] = useState(chosen);
  const able = members ? approversIn(members, writer, fourEyes) : [], person = able.find((one) => one.person.id === picked)?.person;
  return (
    <Dialog title="Who approves?" isOpen onOpenChange={(open) => { if (!open) close(); }} actions={() => <Button low kind="primary" isDisabled={!person} onPress={() => { close(); onChoose(person!); }}>Ask for approval</Button>}>
      {error ? <Broken title="The members did not come" level={3}>{inWords(error).says}</Broken> : !members ? <GhostRows rows={2} what="Opening the list" />
        : able.length === 0 ? <p className="small">{fourEyes ? "This one needs a second person, and nobody else here may approve. An owner can invite someone under Settings, Members." : "Nobody here may approve."}</p>
        : <Radios label="Owners and compliance may approve" choices={able.map(({ person: { id, name }, role }) => ({ id, label: id === writer ? `${name} (you wrote it)` : name, detail: role === "owner" ? "Owner" : "Compliance" }))} chosen={picked} onChoose={pick} />}
    </Dialog>
  );
}
