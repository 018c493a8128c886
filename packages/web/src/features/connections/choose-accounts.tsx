import type { NetworkId } from "@chaperone/contract";
import { useState } from "react";
import { Button, ButtonLink } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { Checkbox } from "../../components/choices.tsx";
import { Notice } from "../../components/notice.tsx";
import "./connections.css";

interface ChooseProps { network: NetworkId; accounts: readonly { id: string; name: string; handle: string }[]; says: { says: string; next: string } | null; isActing: boolean; onChoose: (ids: string[]) => void }

/** A sign-in often opens several pages or profiles. What nobody chooses is forgotten. */
export function ChooseAccounts({ network, accounts, says, isActing, onChoose }: ChooseProps) {
  const [chosen, choose] = useState<readonly string[]>([]);
  return (
    <form className="stack choose-accounts" onSubmit={(event) => { event.preventDefault(); onChoose([...chosen]); }}>
      <p className="muted">The sign-in at {channelName(network)} opens {accounts.length} accounts. Choose the ones that speak for this practice; the others are forgotten.</p>
      <fieldset className="stack"><legend className="vh">Accounts</legend>
        {accounts.map(({ id, name, handle }) => <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))} detail={handle === name ? undefined : handle}>{name}</Checkbox>)}
      </fieldset>
      {says ? <Notice kind="stop" title={says.says}>{says.next}</Notice> : null}
      <div className="row"><Button type="submit" kind="primary" isDisabled={chosen.length === 0 || isActing}>{chosen.length > 1 ? `Connect these ${chosen.length}` : "Connect it"}</Button><ButtonLink kind="quiet" href="/settings/connections">Leave it</ButtonLink></div>
    </form>
  );
}
