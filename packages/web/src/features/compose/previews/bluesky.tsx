import { IconDots, IconHeart, IconMessageCircle, IconRepeat } from "@tabler/icons-react";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const BlueskyPreview = ({ name, handle, text, when, pictures }: PreviewProps) => (
  <Frame network="bluesky">
    <Sender name={name} under={<>@{handle.includes(".") ? handle : `${handle}.bsky.social`} · {when}</>} />
    <Words network="bluesky" text={text} />
    {pictures.length > 0 ? <div className="in"><Shot network="bluesky" pictures={pictures} className="round" /></div> : null}
    <Acts of={[[IconMessageCircle], [IconRepeat], [IconHeart], [IconDots]]} />
  </Frame>
);
