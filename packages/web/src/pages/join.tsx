import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { Door } from "../components/door.tsx";
import { TextField } from "../components/field.tsx";
import { Notice } from "../components/notice.tsx";
import { Broken, Waiting } from "../components/states.tsx";
import { NewPassword } from "../features/people/new-password.tsx";
import { ROLE_WORDS } from "../features/people/role-words.ts";
import { useParams } from "../lib/routes.tsx";
import { useAct } from "../lib/use-act.ts";
import { api, inWords } from "../lib/api.ts";
import { queryClient } from "../lib/query.ts";
import { signOut, useMe } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { DOOR_FOOT } from "./sign-in.tsx";

const peekQuery = (token: string) => queryOptions({ queryKey: ["invitation", token], queryFn: () => api.invitations.peek({ params: { token } }), retry: false });

export function JoinPage() {
  useTitle("Join a practice");
  const { token } = useParams() as { token: string };
  const { data: peek, error } = useQuery(peekQuery(token));
  return (
    <Door foot={DOOR_FOOT}>
      {error ? <div className="form"><h1>Join a practice</h1><Broken title="This invitation does not open">{inWords(error).says} {inWords(error).next}</Broken></div>
        : peek ? <Join token={token} {...peek} /> : <div className="form"><h1>Join a practice</h1><Waiting what="Opening the invitation" /></div>}
    </Door>
  );
}

interface JoinProps { token: string; practice: string; email: string; role: keyof typeof ROLE_WORDS; hasAccount: boolean }

function Join({ token, practice, email, role, hasAccount }: JoinProps) {
  const { data: me } = useMe(), [name, setName] = useState(""), [password, setPassword] = useState("");
  const { isActing, says, act } = useAct();
  const isHere = me?.person.email.toLowerCase() === email.toLowerCase();
  const join = (): void => act(async () => { await api.invitations.accept({ params: { token }, body: hasAccount ? {} : { name, password } }); queryClient.clear(); location.replace("/"); });
  if (me && !isHere) return (
    <div className="form">
      <h1>{practice}</h1>
      <Notice kind="question" title="You are signed in as someone else">The invitation is for {email}; this browser is signed in as {me.person.email}.</Notice>
      <Button kind="primary" wide onPress={() => void signOut()}>Sign out</Button>
      <p className="small muted">Then open the link again.</p>
    </div>
  );
  return (
    <form onSubmit={(event) => { event.preventDefault(); join(); }}>
      <h1>{practice}</h1>
      <p className="muted">You are invited as <b>{ROLE_WORDS[role].label.toLowerCase()}</b>. {ROLE_WORDS[role].detail}</p>
      {says ? <Notice kind="stop">{says.says}</Notice> : null}
      {hasAccount ? (isHere ? <p>Signed in as {email}.</p> : <p>The address {email} has an account. Sign in with it to join.</p>) : (
        <>
          <TextField label="E-mail" type="email" autoComplete="username" value={email} isReadOnly />
          <TextField label="Your name" autoComplete="name" isRequired maxLength={120} value={name} onChange={setName} autoFocus />
          <NewPassword value={password} onChange={setPassword} />
        </>
      )}
      {hasAccount && !isHere ? <ButtonLink kind="primary" wide href={`/sign-in?then=${encodeURIComponent(`/join/${token}`)}`}>Sign in to join</ButtonLink> : <Button type="submit" kind="primary" wide isDisabled={isActing}>Join the practice</Button>}
    </form>
  );
}
