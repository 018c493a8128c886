import { useState } from "react";
import { Button } from "../components/button.tsx";
import { Door } from "../components/door.tsx";
import { Link } from "../components/link.tsx";
import { Notice } from "../components/notice.tsx";
import { NewPassword } from "../features/people/new-password.tsx";
import { useAct } from "../lib/use-act.ts";
import { resetPassword } from "../lib/auth.ts";
import { useTitle } from "../lib/title.ts";
import { DOOR_FOOT } from "./sign-in.tsx";

export function ResetPasswordPage() {
  useTitle("Set a new password");
  const token = new URLSearchParams(location.search).get("token"), [password, setPassword] = useState(""), [isDone, done] = useState(false);
  const { isActing, says, act } = useAct(token ? undefined : "This link has run out or has been used. Ask for a new one.");
  return (
    <Door foot={DOOR_FOOT}>
      <form onSubmit={(event) => { event.preventDefault(); act(async () => { await resetPassword(token!, password); done(true); }); }}>
        <h1>Set a new password</h1>
        <p className="muted">Every other place where you are signed in is signed out.</p>
        {says ? <Notice kind="stop">{says.says}</Notice> : null}
        {isDone ? <Notice kind="clear">The new password is set.</Notice> : null}
        {isDone || !token ? null : <><NewPassword label="New password" value={password} onChange={setPassword} /><Button type="submit" kind="primary" wide isDisabled={isActing}>Set the password</Button></>}
        <div className="links"><Link className="link" href="/sign-in">To the sign-in</Link></div>
      </form>
    </Door>
  );
}
