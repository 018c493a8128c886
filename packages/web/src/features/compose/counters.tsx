import { ChannelIcon } from "../../components/channel-icon.tsx";
import type { Length } from "./lengths.ts";

const figure = new Intl.NumberFormat("en-US");

export function Counters({ lengths }: { lengths: readonly Length[] }) {
  return (
    <div className="counters">
      {lengths.map(({ channel, network, used, limit, over, unit, isOwn }) => (
        <span key={channel} className={over > 0 ? "over" : ""}>
          <ChannelIcon network={network} size={15} />
          <span className="mono">{used === null ? "…" : limit === null || limit > 20_000 ? figure.format(used) : `${figure.format(used)} / ${figure.format(limit)}`}</span>
          {over > 0 ? <span>{figure.format(over)} {unit === "bytes" ? "bytes " : ""}over</span> : isOwn ? <span>own text</span> : null}
        </span>
      ))}
    </div>
  );
}
