import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { askForReset } from "../../lib/auth.ts";
import { useAct } from "../../lib/use-act.ts";

/** With a mail server a link is sent; without one, whoever runs the desk sets a new password. */
export function Forgot({ hasMail, back }: { hasMail: boolean; back: () => void }) {
  const [email, setEmail] = useState(""), [isSent, sent] = useState(false);
  const { isActing, says, act } = useAct();
  return (
    <form onSubmit={(event) => { event.preventDefault(); act(async () => { await askForReset(email.trim()); sent(true); }); }}>
      <h1>Forgot the password</h1>
      {hasMail ? <p className="muted">The desk sends a link that works for an hour.</p> : <p className="muted">This desk sends no mail. Whoever runs it sets a new password for you with this command:</p>}
      {says ? <Notice kind="stop">{says.says}</Notice> : null}
      {isSent ? <Notice kind="clear">If this address has an account, a letter is on its way.</Notice> : null}
      {hasMail ? <><TextField label="E-mail" type="email" autoComplete="username" isRequired value={email} onChange={setEmail} autoFocus /><Button type="submit" kind="primary" wide isDisabled={isActing}>Send the link</Button></> : <p className="mono">npx chaperone admin reset-password your@address</p>}
      <div className="links"><button type="button" className="link" onClick={back}>Back to the sign-in</button></div>
    </form>
  );
}
