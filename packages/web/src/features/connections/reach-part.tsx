import type { ConnectionsPage } from "@chaperone/contract";
import { Button } from "../../components/button.tsx";
import { channelName } from "../../components/channel-icon.tsx";
import { Notice } from "../../components/notice.tsx";
import { Pill } from "../../components/pill.tsx";
import { api } from "../../lib/api.ts";
import { useHere } from "../../lib/session.ts";
import { useAct } from "../../lib/use-act.ts";
import { connectionsChanged } from "./queries.ts";

const PILLS = { yes: { kind: "clear", word: "Reachable" }, no: { kind: "question", word: "Not reachable" }, unknown: { kind: "idea", word: "Not tried yet" } } as const;
const list = new Intl.ListFormat("en-US");

/** Some networks fetch pictures from the desk instead of taking them: then it has to be seen from outside. */
export function ReachPart({ reach: { address, isReachable, says }, networks }: Pick<ConnectionsPage, "reach" | "networks">) {
  const { id: practice, may } = useHere(), { act, says: refused, isActing } = useAct(), names = networks.filter(({ fetchesMedia }) => fetchesMedia).map(({ network }) => channelName(network));
  const pill = PILLS[isReachable === null ? "unknown" : isReachable ? "yes" : "no"];
  return (
    <section className="part" aria-labelledby="reach">
      <h3 id="reach">Pictures</h3>
      <p className="small muted">{names.length > 0 ? `${list.format(names)} fetch pictures from this desk, so they need to reach it. ` : ""}Nothing else is needed from outside.</p>
      <div className="reach"><div className="grow"><p className="mono">{address}</p><p className="small muted" role="status">{says}</p></div><Pill {...pill} />{may("manage") ? <Button low isPending={isActing} onPress={() => act(() => api.connections.reach({ params: { practice } }).then(() => connectionsChanged(practice)))}>{isActing ? "Trying" : "Try"}</Button> : null}</div>
      {refused ? <Notice kind="stop">{refused.says} {refused.next}</Notice> : null}
    </section>
  );
}
