import { type Member, type Role, ROLES } from "@chaperone/contract";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Radios } from "../../components/choices.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Pill } from "../../components/pill.tsx";
import { Broken, GhostRows } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { api, inWords } from "../../lib/api.ts";
import { date } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { useHere, useMe, usePractice } from "../../lib/session.ts";
import { InviteForm, ROLE_CHOICES } from "./invite-form.tsx";
import { ROLE_WORDS } from "./role-words.ts";

export function MembersSection() {
  const { id: practice, may } = useHere(), { timeZone } = usePractice(), { data: me } = useMe(), [open, edit] = useState<Member | null>(null);
  const members = useQuery({ queryKey: ["practice", practice, "members"], queryFn: () => api.members.list({ params: { practice } }) });
  const changed = () => Promise.all([queryClient.invalidateQueries({ queryKey: ["practice", practice] }), queryClient.invalidateQueries({ queryKey: ["me"] })]);
  const remove = useMutation({ mutationFn: (person: string) => api.members.remove({ params: { practice, person } }), onSuccess: changed });
  return (
    <>
      <RefusalNotice error={remove.error} />
      {members.isError ? <Broken title="The members cannot be read now" level={3} actions={<Button low onPress={() => void members.refetch()}>Read them again</Button>}>{inWords(members.error).says}</Broken> : !members.data ? <GhostRows rows={3} /> : (
        <Rows label="Members">
          {members.data.map((member) => {
            const { person, role, since, twoFactor } = member, isMe = person.id === me?.person.id;
            return (
              <Row key={person.id} title={`${person.name}${isMe ? ", you" : ""}`} detail={`${ROLE_WORDS[role].label} · ${person.email} · since ${date(since, timeZone)}`}
                actions={<>
                  {twoFactor ? <Pill kind="clear" word="Two steps" /> : <Pill kind="note" word="Password only" />}
                  {may("own") ? <><Button low kind="quiet" aria-label={`Give ${person.name} another role`} onPress={() => edit(member)}>Role</Button>
                    <Confirm label={isMe ? "Leave" : "Remove"} of={person.name} title={isMe ? "Leave the practice?" : `Take ${person.name} off the practice?`} does={isMe ? "Leave" : "Take off"} onConfirm={() => remove.mutate(person.id)}>
                      Approvals that wait for publication lapse, and what they had approved is held until someone else approves. What {isMe ? "you" : "they"} wrote and decided stays in the record.
                    </Confirm></> : null}
                </>} />
            );
          })}
        </Rows>
      )}
      {may("manage") ? <Invitations practice={practice} zone={timeZone} mayOwn={may("own")} /> : <p className="small muted">An owner or compliance invites people.</p>}
      {open ? <RoleDialog practice={practice} member={open} close={() => edit(null)} changed={changed} /> : null}
    </>
  );
}

function Invitations({ practice, zone, mayOwn }: { practice: string; zone: string; mayOwn: boolean }) {
  const queryKey = ["practice", practice, "invitations"], { data: open = [] } = useQuery({ queryKey, queryFn: () => api.invitations.list({ params: { practice } }) });
  const changed = () => queryClient.invalidateQueries({ queryKey });
  const revoke = useMutation({ mutationFn: (invitation: string) => api.invitations.revoke({ params: { practice, invitation } }), onSuccess: changed });
  return (
    <section className="part">
      <h3>Invite someone</h3>
      <InviteForm practice={practice} mayOwn={mayOwn} onInvited={() => void changed()} />
      <RefusalNotice error={revoke.error} />
      {open.length > 0 ? (
        <Rows label="Open invitations">
          {open.map(({ id, email, role, invitedBy, expiresAt }) => <Row key={id} title={email} detail={`${ROLE_WORDS[role].label} · invited by ${invitedBy.name} · until ${date(expiresAt, zone)}`} actions={<Button low kind="quiet" aria-label={`Withdraw the invitation of ${email}`} isDisabled={revoke.isPending} onPress={() => revoke.mutate(id)}>Withdraw</Button>} />)}
        </Rows>
      ) : null}
    </section>
  );
}

function RoleDialog({ practice, member: { person, role }, close, changed }: { practice: string; member: Member; close: () => void; changed: () => Promise<unknown> }) {
  const [chosen, choose] = useState<Role>(role);
  const save = useMutation({ mutationFn: () => api.members.change({ params: { practice, person: person.id }, body: { role: chosen } }), onSuccess: () => { void changed(); close(); } });
  return (
    <Dialog isOpen title={`The role of ${person.name}`} onOpenChange={(isOpen) => { if (!isOpen) close(); }} actions={() => <><Button kind="quiet" onPress={close}>Cancel</Button><Button kind="primary" isDisabled={chosen === role} isPending={save.isPending} onPress={() => save.mutate()}>Save</Button></>}>
      <RefusalNotice error={save.error} />
      <Radios label="Role" choices={ROLE_CHOICES} chosen={chosen} onChoose={choose} />
      {["owner", "compliance"].includes(role) && !["owner", "compliance"].includes(chosen) ? <p className="small muted">Who may no longer approve loses the approvals that still wait; those posts are held.</p> : null}
    </Dialog>
  );
}

/** In the margin: what each role is for. */
export const RolesExplained = () => <section><h2>Roles</h2><dl className="explained">{ROLES.map((role) => <div key={role}><dt>{ROLE_WORDS[role].label}</dt><dd>{ROLE_WORDS[role].detail}</dd></div>)}</dl></section>;
