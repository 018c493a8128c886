import type { NetworkSetUp } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useHere } from "../../lib/session.ts";
import { useAct } from "../../lib/use-act.ts";
import { goThere } from "./go-there.ts";
import { appFor } from "./words.ts";

interface SignInThereProps { setUp: NetworkSetUp; channel: string | null; host: string | null; /** The `host` of the way in, where there are several. */ way: string | null }

/** Leaves for the network's own sign-in; the password is never typed here. */
export function SignInThere({ setUp, channel, host: before, way }: SignInThereProps) {
  const { network, app, asksHost } = setUp, { id: practice } = useHere(), [host, setHost] = useState(before ?? ""), { act, says, isActing } = useAct(), isMissing = app === "own" && appFor(setUp, way) === null;
  return (
    <form className="fields" aria-label="Sign in" onSubmit={(event) => { event.preventDefault(); act(() => goThere({ practice, network, channel, host: asksHost ? host.trim() : way })); }}>
      {asksHost ? <TextField label="Server" help="Where the account lives, such as mastodon.social." isRequired maxLength={300} value={host} onChange={setHost} autoComplete="off" /> : null}
      {says ? <Notice kind="stop" title={says.says}>{says.next}</Notice> : null}
      <div className="row wrap"><Button type="submit" kind={isMissing ? "plain" : "primary"} isDisabled={isMissing || isActing}>{isActing ? "Going there" : `Sign in at ${channelName(network)}`}</Button>{isMissing ? <span className="small muted">Enter the app first.</span> : null}</div>
    </form>
  );
}
