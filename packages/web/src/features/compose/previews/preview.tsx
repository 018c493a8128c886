/** The post as one network shows it, with a caption that says what becomes of text and picture there. */
import type { NetworkId } from "@chaperone/contract";
import { channelName, ChannelIcon } from "../../../components/channel-icon.tsx";
import { BlueskyPreview } from "./bluesky.tsx";
import { FacebookPreview } from "./facebook.tsx";
import type { PreviewProps } from "./frame.tsx";
import { captionOf } from "./frame.tsx";
import { GoogleBusinessPreview } from "./google-business.tsx";
import { InstagramPreview } from "./instagram.tsx";
import { LinkedinPreview } from "./linkedin.tsx";
import { MastodonPreview } from "./mastodon.tsx";
import { PlainPreview } from "./plain.tsx";
import { XPreview } from "./x.tsx";
import { YoutubePreview } from "./youtube.tsx";

const drawn: Partial<Record<NetworkId, (props: PreviewProps) => React.ReactNode>> = {
  facebook: FacebookPreview, instagram: InstagramPreview, linkedin: LinkedinPreview, x: XPreview, "google-business": GoogleBusinessPreview, bluesky: BlueskyPreview, mastodon: MastodonPreview, youtube: YoutubePreview,
};

export function Preview({ network, ...post }: PreviewProps & { network: NetworkId }) {
  const Drawn = drawn[network];
  return <>{Drawn ? <Drawn {...post} /> : <PlainPreview network={network} {...post} />}<p className="tiny faint">{captionOf(network, post.text, post.pictures)}</p></>;
}

export interface PreviewedPost extends PreviewProps { channel: string; network: NetworkId }

/** The column beside the sheet: one network at a time. */
export function PreviewColumn({ posts, chosen, onChoose }: { posts: readonly PreviewedPost[]; chosen: string; onChoose: (channel: string) => void }) {
  const shown = posts.find(({ channel }) => channel === chosen) ?? posts[0];
  if (!shown) return null;
  return (
    <aside className="preview" aria-label="Preview">
      <header>
        <span className="label">As {channelName(shown.network)} shows it</span>
        <span className="pick">{posts.map(({ channel, network, name }) => (
          <button key={channel} type="button" aria-pressed={channel === shown.channel} className={channel === shown.channel ? "on" : ""} title={posts.filter((one) => one.network === network).length > 1 ? name : channelName(network)} onClick={() => onChoose(channel)}><ChannelIcon network={network} size={18} /></button>
        ))}</span>
      </header>
      <Preview {...shown} />
    </aside>
  );
}

/** All of them side by side. */
export function Rehearsal({ posts }: { posts: readonly PreviewedPost[] }) {
  return <div className="rehearse">{posts.map((post) => <figure key={post.channel}><figcaption><ChannelIcon network={post.network} size={18} bare />{channelName(post.network)}</figcaption><Preview {...post} /></figure>)}</div>;
}
