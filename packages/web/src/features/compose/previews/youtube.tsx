import { IconPlayerPlayFilled, IconShare3, IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const YoutubePreview = ({ name, text, when, pictures, title }: PreviewProps) => (
  <Frame network="youtube">
    <div className="video">{pictures.length > 0 ? <Shot network="youtube" pictures={pictures} /> : <div className="shot none" />}<span className="play" aria-hidden="true"><Icon of={IconPlayerPlayFilled} size={22} /></span></div>
    <p className="vtitle">{title || text.split("\n")[0]?.slice(0, 100) || "Untitled"}</p>
    <Sender name={name} small under={when} />
    <Acts of={[[IconThumbUp, "Like"], [IconThumbDown], [IconShare3, "Share"]]} className="left" />
    <Words network="youtube" text={text} className="body box" />
  </Frame>
);
