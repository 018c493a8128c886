import { IconBookmark, IconHeart, IconMessageCircle, IconRepeat } from "@tabler/icons-react";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const XPreview = ({ name, handle, text, when, pictures }: PreviewProps) => (
  <Frame network="x">
    <Sender name={name} under={<>@{handle} · {when}</>} />
    <Words network="x" text={text} />
    {pictures.length > 0 ? <div className="in"><Shot network="x" pictures={pictures} className="round" /></div> : null}
    <Acts of={[[IconMessageCircle], [IconRepeat], [IconHeart], [IconBookmark]]} />
  </Frame>
);
