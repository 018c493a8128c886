import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { TextField } from "../../components/field.tsx";
import { Pill } from "../../components/pill.tsx";
import { CopyButton, Secret } from "../../components/secret.tsx";
import { beginTwoFactor, endTwoFactor, giveCode } from "../../lib/auth.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import "./two-factor.css";

interface Begun { totpURI: string; backupCodes: string[] }

/** Password, then the code that an authenticator shows, then the backup codes: only after all three does it hold. */
export function TwoFactor({ isOn }: { isOn: boolean }) {
  const [begun, begin] = useState<Begun | null>(null), [kept, keep] = useState<string[] | null>(null);
  const changed = () => queryClient.invalidateQueries({ queryKey: ["me"] });
  if (kept) return <Secret title="The second step holds" label="Backup codes" value={kept.join("\n")}>Keep these where you keep other papers. Each signs you in once when the authenticator is lost, and they are not shown again.</Secret>;
  if (begun) return <Enroll begun={begun} done={() => { keep(begun.backupCodes); begin(null); void changed(); }} cancel={() => begin(null)} />;
  return isOn
    ? <><p><Pill kind="clear" word="On">asks for a code</Pill></p><WithPassword key="off" does="Turn it off" run={endTwoFactor} done={() => void changed()} /></>
    : <><p className="small muted">A code from an authenticator app, besides the password. Whoever finds the password then still stands outside.</p><WithPassword key="on" does="Set it up" run={beginTwoFactor} done={begin} /></>;
}

function WithPassword<Answer>({ does, run, done }: { does: string; run: (password: string) => Promise<Answer>; done: (answer: Answer) => void }) {
  const [password, setPassword] = useState(""), ask = useMutation({ mutationFn: () => run(password), onSuccess: (answer) => { setPassword(""); done(answer); } });
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); ask.mutate(); }}>
      <TextField label="Your password" type="password" autoComplete="current-password" isRequired value={password} onChange={setPassword} />
      <RefusalNotice error={ask.error} />
      <div><Button type="submit" low isPending={ask.isPending}>{does}</Button></div>
    </form>
  );
}

function Enroll({ begun: { totpURI }, done, cancel }: { begun: Begun; done: () => void; cancel: () => void }) {
  const [code, setCode] = useState(""), key = new URL(totpURI).searchParams.get("secret") ?? "", verify = useMutation({ mutationFn: () => giveCode(code.replace(/\s/g, "")), onSuccess: done });
  const { data: drawn } = useQuery({ queryKey: ["qr", totpURI], queryFn: async () => (await import("qrcode")).toString(totpURI, { type: "svg", margin: 1, color: { dark: "#000", light: "#fff" } }), staleTime: Infinity, gcTime: 0 });
  return (
    <form className="fields enroll" onSubmit={(event) => { event.preventDefault(); verify.mutate(); }}>
      <div className="scan">
        {drawn ? <img width={168} height={168} alt="QR code for the authenticator; the key beside it says the same" src={`data:image/svg+xml,${encodeURIComponent(drawn)}`} /> : null}
        <div className="stack"><p>Scan it with an authenticator app, or type the key there:</p><p className="mono">{key.replaceAll(/(.{4})(?=.)/g, "$1 ")}</p><div><CopyButton value={key} what="the key" label="Copy the key" /></div></div>
      </div>
      <TextField mono label="The code it shows now" autoComplete="one-time-code" inputMode="numeric" isRequired value={code} onChange={setCode} autoFocus />
      <RefusalNotice error={verify.error} />
      <div className="row"><Button type="submit" kind="primary" isPending={verify.isPending}>Turn it on</Button><Button kind="quiet" onPress={cancel}>Cancel</Button></div>
    </form>
  );
}
