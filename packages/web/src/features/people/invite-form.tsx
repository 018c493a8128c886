import { type Role, ROLES } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Secret } from "../../components/secret.tsx";
import { Select } from "../../components/select.tsx";
import { api } from "../../lib/api.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { ROLE_WORDS } from "./role-words.ts";

export const ROLE_CHOICES = ROLES.map((id) => ({ id, ...ROLE_WORDS[id] }));

/** The link is shown once, to the person who invites; the desk keeps only its hash. */
export function InviteForm({ practice, mayOwn = true, onInvited }: { practice: string; mayOwn?: boolean; onInvited?: () => void }) {
  const [email, setEmail] = useState(""), [role, setRole] = useState<Role>("compliance");
  const invite = useMutation({
    mutationFn: () => api.invitations.create({ params: { practice }, body: { email: email.trim(), role } }),
    onSuccess: () => { setEmail(""); onInvited?.(); },
  });
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); invite.mutate(); }}>
      <div className="pair">
        <TextField label="E-mail" type="email" autoComplete="off" value={email} onChange={setEmail} isRequired />
        <Select label="Role" choices={mayOwn ? ROLE_CHOICES : ROLE_CHOICES.filter(({ id }) => id !== "owner")} chosen={role} onChoose={(id) => setRole(id as Role)} help={ROLE_WORDS[role].detail} />
      </div>
      <RefusalNotice error={invite.error} />
      {invite.data ? (
        <Secret title={invite.data.mailed ? `Mailed to ${invite.data.invitation.email}` : `For ${invite.data.invitation.email}`} label="Link to join" value={invite.data.link}>
          {invite.data.mailed ? "The same link, in case the mail does not come. " : "This desk sends no mail, so hand the link over yourself. "}It works once, for seven days, and is not shown again.
        </Secret>
      ) : null}
      <div className="row"><Button type="submit" isPending={invite.isPending}>Make the invitation</Button></div>
    </form>
  );
}
