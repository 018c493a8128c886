/** How long the text is to each network, counted as each counts. */
import type { Channel, Content, NetworkId } from "@chaperone/contract";
import { count, outgoing } from "@chaperone/contract";
import { ChannelIcon } from "../../components/channel-icon.tsx";

export interface Length { channel: string; network: NetworkId; name: string; used: number; limit: number | null; over: number; unit: "characters" | "bytes"; isOwn: boolean }

/** Of each channel of the post, in its order. */
export function lengthsOf(content: Content, channels: readonly Channel[]): Length[] {
  return content.channels.flatMap((id) => {
    const channel = channels.find((one) => one.id === id);
    return channel ? [{ channel: id, network: channel.network, name: channel.name, isOwn: content.overrides[id] !== undefined, ...count(channel.network, outgoing(content, id), content.surface) }] : [];
  });
}

const figure = new Intl.NumberFormat("en-US");

export function Counters({ lengths }: { lengths: readonly Length[] }) {
  return (
    <div className="counters">
      {lengths.map(({ channel, network, used, limit, over, unit, isOwn }) => (
        <span key={channel} className={over > 0 ? "over" : ""}>
          <ChannelIcon network={network} size={15} />
          <span className="mono">{limit === null || limit > 20_000 ? figure.format(used) : `${figure.format(used)} / ${figure.format(limit)}`}</span>
          {over > 0 ? <span>{figure.format(over)} {unit === "bytes" ? "bytes " : ""}over</span> : isOwn ? <span>own text</span> : null}
        </span>
      ))}
    </div>
  );
}
