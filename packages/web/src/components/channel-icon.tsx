import {
  IconBrandBluesky, IconBrandFacebook, IconBrandGoogle, IconBrandInstagram, IconBrandLinkedin, IconBrandMastodon, IconBrandPinterest,
  IconBrandThreads, IconBrandTiktok, IconBrandX, IconBrandYoutube, IconClipboardCopy, IconMasksTheater, IconWorld,
} from "@tabler/icons-react";
import { Icon, type IconDrawing } from "./icon.tsx";
import "./channel-icon.css";

/** How a network is drawn and called; its limits live in the contract. */
const DRAWN: Record<string, { name: string; icon: IconDrawing }> = {
  facebook: { name: "Facebook", icon: IconBrandFacebook },
  instagram: { name: "Instagram", icon: IconBrandInstagram },
  threads: { name: "Threads", icon: IconBrandThreads },
  linkedin: { name: "LinkedIn", icon: IconBrandLinkedin },
  x: { name: "X", icon: IconBrandX },
  youtube: { name: "YouTube", icon: IconBrandYoutube },
  tiktok: { name: "TikTok", icon: IconBrandTiktok },
  "google-business": { name: "Google Business", icon: IconBrandGoogle },
  bluesky: { name: "Bluesky", icon: IconBrandBluesky },
  mastodon: { name: "Mastodon", icon: IconBrandMastodon },
  pinterest: { name: "Pinterest", icon: IconBrandPinterest },
  manual: { name: "By hand", icon: IconClipboardCopy },
  rehearsal: { name: "Rehearsal", icon: IconMasksTheater },
};

const drawn = (network: string) => DRAWN[network] ?? { name: network, icon: IconWorld };

export const channelName = (network: string): string => drawn(network).name;

/** With `bare`, the name stands beside it and readers need not hear it twice. */
export function ChannelIcon({ network, size = 16, bare = false }: { network: string; size?: number; bare?: boolean }) {
  const { name, icon } = drawn(network);
  return <span className="net" {...(bare ? {} : { title: name })}><Icon of={icon} size={size} />{bare ? null : <span className="vh">{name}</span>}</span>;
}

export function ChannelIcons({ networks, size = 16 }: { networks: readonly string[]; size?: number }) {
  return <span className="nets">{networks.map((network) => <ChannelIcon key={network} network={network} size={size} />)}</span>;
}
