import type { NetworkSetUp } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { api } from "../../lib/api.ts";
import { push } from "../../lib/place.ts";
import { useHere } from "../../lib/session.ts";
import { toast } from "../../lib/toast.ts";
import { useAct } from "../../lib/use-act.ts";
import { connectionsChanged } from "./queries.ts";

const TYPES = { text: "text", secret: "password", address: "text" } as const;

/** For a network that takes a handle and a password made for the desk. */
export function SignInForm({ setUp: { network, fields }, channel }: { setUp: NetworkSetUp; channel: string | null }) {
  const { id: practice } = useHere(), [written, write] = useState<Record<string, string>>(Object.fromEntries(fields.map(({ name, value }) => [name, value]))), { act, says, isActing } = useAct();
  const signIn = (): void => act(async () => {
    const { channel: made } = await api.connections.signIn({ params: { practice, network }, body: { channel, fields: written } });
    await connectionsChanged(practice);
    toast({ says: `${made.name} is connected.` });
    push("/settings/connections");
  });
  return (
    <form className="fields" aria-label="Sign in" onSubmit={(event) => { event.preventDefault(); signIn(); }}>
      {fields.map(({ name, label, help, kind }) => <TextField key={name} label={label} help={help} type={TYPES[kind]} isRequired={kind !== "address"} autoComplete="off" value={written[name] ?? ""} onChange={(value) => write((before) => ({ ...before, [name]: value }))} />)}
      {says ? <Notice kind="stop" title={says.says}>{says.next}</Notice> : null}
      <div className="row"><Button type="submit" kind="primary" isDisabled={isActing}>{isActing ? "Signing in" : `Connect ${channelName(network)}`}</Button></div>
    </form>
  );
}
