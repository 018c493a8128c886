import { useEffect, useRef, useState } from "react";
import type { NetworkId } from "@chaperone/contract";
import { ButtonLink } from "../components/button.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, Waiting } from "../components/states.tsx";
import { ChooseAccounts } from "../features/connections/choose-accounts.tsx";
import { connectionsChanged } from "../features/connections/queries.ts";
import { refusedThere } from "../features/connections/refused-there.ts";
import { api, inWords } from "../lib/api.ts";
import { replace, usePlace } from "../lib/place.ts";
import { useHere } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";
import { toast } from "../lib/toast.ts";
import { useAct } from "../lib/use-act.ts";

type Accounts = { network: NetworkId; accounts: { id: string; name: string; handle: string }[] };

/** Where a network sends people back to, with a code or with what it says against it. */
export function ConnectPage() {
  useTitle("Connecting");
  const asked = new URLSearchParams(usePlace().search), { id: practice } = useHere();
  const [{ state, code, no }] = useState({ state: asked.get("state") ?? "", code: asked.get("code") ?? "", no: refusedThere(asked) });
  const [several, offer] = useState<Accounts | null>(null), [broken, say] = useState(no), { act, says, isActing } = useAct();

  const arrive = async (connected: readonly { channel: { name: string } }[]): Promise<void> => {
    await connectionsChanged(practice);
    toast({ says: `${new Intl.ListFormat("en-US").format(connected.map(({ channel }) => channel.name))} ${connected.length === 1 ? "is" : "are"} connected.` });
    replace("/settings/connections");
  };
  // A code works once, and a page in development is drawn twice.
  const isSent = useRef(false);
  useEffect(() => {
    if (no || isSent.current) return;
    isSent.current = true;
    api.connections.finish({ params: { practice }, body: { state, code } })
      .then(({ network, connected, choices }) => choices.length > 0 ? offer({ network, accounts: choices }) : arrive(connected))
      .catch((error: unknown) => say(inWords(error)));
  });
  const choose = (accounts: string[]): void => act(() => api.connections.choose({ params: { practice }, body: { state, accounts } }).then(({ connected }) => arrive(connected)));

  return (
    <>
      <PageHead title={several ? "Which accounts?" : "Connecting"} />
      <Sheet>
        {broken ? <Broken title={broken.says} actions={<ButtonLink low kind="primary" href="/settings/connections">To the connections</ButtonLink>}>{broken.next}</Broken>
          : several ? <ChooseAccounts {...several} says={says} isActing={isActing} onChoose={choose} />
          : <Waiting what="Finishing the sign-in" lines={3}>This takes a few seconds. The network is asked what the account may do.</Waiting>}
      </Sheet>
    </>
  );
}
