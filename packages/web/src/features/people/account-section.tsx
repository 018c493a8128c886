import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { GhostRows } from "../../components/states.tsx";
import { Row, Rows } from "../../components/table.tsx";
import { addPasskey, changePassword, listPasskeys, removePasskey, revokeOthers, revokeSession, sessions } from "../../lib/auth.ts";
import { dayAndTime, date } from "../../lib/dates.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { signOut, useMe, usePractice } from "../../lib/session.ts";
import { browserName } from "./browser-name.ts";
import { NewPassword } from "./new-password.tsx";
import { TwoFactor } from "./two-factor.tsx";

export function AccountSection() {
  const { data: me } = useMe();
  if (!me) return <GhostRows rows={3} />;
  return (
    <>
      <Rows label="You"><Row title={me.person.name} detail={me.person.email} actions={<Button low kind="quiet" onPress={() => void signOut()}>Sign out</Button>} /></Rows>
      <section className="part"><h3>Password</h3><Password /></section>
      <section className="part"><h3>Second step</h3><TwoFactor isOn={me.twoFactor} /></section>
      <section className="part"><h3>Passkeys</h3><Passkeys /></section>
      <section className="part"><h3>Where you are signed in</h3><Sessions /></section>
    </>
  );
}

function Password() {
  const [old, setOld] = useState(""), [fresh, setFresh] = useState("");
  const change = useMutation({ mutationFn: () => changePassword(old, fresh), onSuccess: () => { setOld(""); setFresh(""); void queryClient.invalidateQueries({ queryKey: ["sessions"] }); } });
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); change.mutate(); }}>
      <div className="pair"><TextField label="Current password" type="password" autoComplete="current-password" isRequired value={old} onChange={setOld} /><NewPassword label="New password" value={fresh} onChange={setFresh} /></div>
      <RefusalNotice error={change.error} />
      {change.isSuccess ? <Notice kind="clear">The new password holds. Every other session has ended.</Notice> : null}
      <div><Button type="submit" low isPending={change.isPending}>Change the password</Button></div>
    </form>
  );
}

function Passkeys() {
  const { timeZone } = usePractice(), list = useQuery({ queryKey: ["passkeys"], queryFn: listPasskeys }), [name, setName] = useState(() => browserName(navigator.userAgent));
  const changed = () => queryClient.invalidateQueries({ queryKey: ["passkeys"] });
  const add = useMutation({ mutationFn: () => addPasskey(name.trim()), onSuccess: changed }), remove = useMutation({ mutationFn: removePasskey, onSuccess: changed });
  return (
    <>
      <p className="small muted">A passkey signs you in with your finger, face or device code, and cannot be guessed or given away.</p>
      <RefusalNotice error={add.error ?? remove.error ?? list.error} />
      {list.data && list.data.length > 0 ? <Rows label="Passkeys">{list.data.map((one) => <Row key={one.id} title={one.name || "Without a name"} {...(one.createdAt ? { detail: `Since ${date(one.createdAt, timeZone)}` } : {})} actions={<Button low kind="quiet" aria-label={`Remove ${one.name ?? "this passkey"}`} onPress={() => remove.mutate(one.id)}>Remove</Button>} />)}</Rows> : null}
      {"PublicKeyCredential" in window ? (
        <form className="fields" onSubmit={(event) => { event.preventDefault(); add.mutate(); }}>
          <TextField label="Name of the new passkey" isRequired maxLength={60} value={name} onChange={setName} />
          <div><Button type="submit" low isPending={add.isPending}>Add a passkey</Button></div>
        </form>
      ) : <p className="small muted">This browser has no passkeys here. They need https, or the desk’s own machine.</p>}
    </>
  );
}

function Sessions() {
  const { timeZone } = usePractice(), list = useQuery({ queryKey: ["sessions"], queryFn: sessions });
  const changed = () => queryClient.invalidateQueries({ queryKey: ["sessions"] });
  const end = useMutation({ mutationFn: revokeSession, onSuccess: changed }), endOthers = useMutation({ mutationFn: revokeOthers, onSuccess: changed });
  if (!list.data) return list.isError ? <RefusalNotice error={list.error} /> : <GhostRows rows={2} />;
  return (
    <>
      <RefusalNotice error={end.error ?? endOthers.error} />
      <Rows label="Sessions">{list.data.map(({ token, isHere, userAgent, ipAddress, createdAt }) => <Row key={token} title={browserName(userAgent)} detail={`Since ${dayAndTime(createdAt, timeZone)}${ipAddress ? ` · ${ipAddress}` : ""}`} actions={isHere ? <Pill kind="clear" word="Here" /> : <Button low kind="quiet" aria-label={`End the session of ${browserName(userAgent)}`} onPress={() => end.mutate(token)}>End</Button>} />)}</Rows>
      {list.data.length > 1 ? <div><Button low isPending={endOthers.isPending} onPress={() => endOthers.mutate()}>End all others</Button></div> : null}
    </>
  );
}
