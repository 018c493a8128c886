import { IconFingerprint } from "@tabler/icons-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { giveBackupCode, giveCode, signIn, signInWithPasskey, singleSignOn } from "../../lib/auth.ts";
import { useAct } from "../../lib/use-act.ts";

interface Props { title: string; singleSignOn: string | null; then: string; onIn: () => void; onForgot: () => void; failed?: string | undefined }

export function SignInForm({ title, singleSignOn: provider, then, onIn, onForgot, failed }: Props) {
  const [isAskedForCode, askForCode] = useState(false), [email, setEmail] = useState(""), [password, setPassword] = useState("");
  const { isActing, says, act } = useAct(failed);
  if (isAskedForCode) return <CodeForm onIn={onIn} again={() => askForCode(false)} />;
  const go = (): void => act(async () => { if (await signIn(email.trim(), password) === "in") onIn(); else askForCode(true); });
  return (
    <form onSubmit={(event) => { event.preventDefault(); go(); }}>
      <h1>{title}</h1>
      <p className="muted">Sign in to the desk.</p>
      {says ? <Notice kind="stop">{says.says}</Notice> : null}
      <Button kind="primary" wide icon={IconFingerprint} isDisabled={isActing} onPress={() => act(async () => { await signInWithPasskey(); onIn(); })}>Continue with a passkey</Button>
      <div className="or"><span>or</span></div>
      <TextField label="E-mail" type="email" autoComplete="username" isRequired value={email} onChange={setEmail} autoFocus />
      <TextField label="Password" type="password" autoComplete="current-password" isRequired value={password} onChange={setPassword} />
      <Button type="submit" wide isDisabled={isActing}>{isActing ? "Signing in" : "Sign in"}</Button>
      <div className="links">
        {provider ? <button type="button" className="link" onClick={() => act(() => singleSignOn(then))}>Use single sign-on</button> : <span />}
        <button type="button" className="link" onClick={onForgot}>Forgot the password</button>
      </div>
    </form>
  );
}

function CodeForm({ onIn, again }: { onIn: () => void; again: () => void }) {
  const [isBackup, useBackup] = useState(false), [code, setCode] = useState("");
  const { isActing, says, act } = useAct();
  return (
    <form onSubmit={(event) => { event.preventDefault(); act(async () => { await (isBackup ? giveBackupCode : giveCode)(code.replace(/\s/g, "")); onIn(); }); }}>
      <h1>One more step</h1>
      <p className="muted">{isBackup ? "Give one of the backup codes you kept. It works once." : "Give the six digits that your authenticator app shows."}</p>
      {says ? <Notice kind="stop">{says.says}</Notice> : null}
      <TextField key={String(isBackup)} label={isBackup ? "Backup code" : "Code"} autoComplete="one-time-code" {...(isBackup ? {} : { inputMode: "numeric" as const })} isRequired mono value={code} onChange={setCode} autoFocus />
      <Button type="submit" kind="primary" wide isDisabled={isActing}>Sign in</Button>
      <div className="links">
        <button type="button" className="link" onClick={() => { useBackup(!isBackup); setCode(""); }}>{isBackup ? "Use the app" : "Use a backup code"}</button>
        <button type="button" className="link" onClick={again}>Begin again</button>
      </div>
    </form>
  );
}
