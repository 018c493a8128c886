import type { NetworkId } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { api } from "../../lib/api.ts";
import { useHere } from "../../lib/session.ts";
import { useAct } from "../../lib/use-act.ts";
import { connectionsChanged } from "./queries.ts";

/** The developer app that the practice registered. Its secret goes one way: in. */
export function AppForm({ network, clientId, host }: { network: NetworkId; clientId: string | null; /** Of the way in that it serves. */ host: string | null }) {
  const { id: practice, may } = useHere(), [isOpen, open] = useState(clientId === null), [id, setId] = useState(clientId ?? ""), [secret, setSecret] = useState(""), { act, says, isActing } = useAct(), name = channelName(network);
  const save = (): void => act(async () => {
    await api.connections.setApp({ params: { practice, network }, body: { clientId: id.trim(), clientSecret: secret.trim(), host } });
    await connectionsChanged(practice);
    setSecret("");
    open(false);
  });
  if (!may("own")) return clientId === null ? <Notice kind="question" title="The app is still missing">An owner enters its id and secret here.</Notice> : null;
  if (!isOpen) return <div className="app-kept"><p className="grow small">App <span className="mono">{clientId ?? id}</span>. Its secret is sealed.</p><Button low kind="quiet" onPress={() => open(true)}>Enter another app</Button></div>;
  return (
    <form className="fields" aria-label={`App at ${name}`} onSubmit={(event) => { event.preventDefault(); save(); }}>
      <TextField label="Id of the app" help={`${name} may call it app id, client id or client key.`} isRequired maxLength={500} value={id} onChange={setId} mono autoComplete="off" />
      <TextField label="Secret of the app" help="Sealed as soon as it arrives, and never shown again." type="password" isRequired maxLength={2000} value={secret} onChange={setSecret} mono autoComplete="off" />
      {says ? <Notice kind="stop">{says.says} {says.next}</Notice> : null}
      <div className="row"><Button low type="submit" kind={clientId === null ? "primary" : "plain"} isPending={isActing}>Keep the app</Button>{clientId === null ? null : <Button low kind="quiet" onPress={() => open(false)}>Leave it</Button>}</div>
    </form>
  );
}
