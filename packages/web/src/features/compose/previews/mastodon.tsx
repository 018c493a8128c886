import { IconArrowBackUp, IconBookmark, IconRepeat, IconStar, IconWorld } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const MastodonPreview = ({ name, handle, text, when, pictures, warning }: PreviewProps) => (
  <Frame network="mastodon">
    <Sender name={name} square under={<>@{handle}</>} after={<small className="at"><Icon of={IconWorld} size={13} />{when}</small>} />
    {warning ? <p className="body warned">{warning} <span className="more">Show more</span></p> : null}
    <Words network="mastodon" text={text} />
    {pictures.length > 0 ? <div className="in"><Shot network="mastodon" pictures={pictures} className="round" /></div> : null}
    <Acts of={[[IconArrowBackUp], [IconRepeat], [IconStar], [IconBookmark]]} />
  </Frame>
);
