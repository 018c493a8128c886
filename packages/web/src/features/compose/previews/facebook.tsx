import { IconMessageCircle, IconShare3, IconThumbUp, IconWorld } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const FacebookPreview = ({ name, text, when, pictures }: PreviewProps) => (
  <Frame network="facebook">
    <Sender name={name} under={<>{when} · <Icon of={IconWorld} size={13} /></>} />
    <Words network="facebook" text={text} />
    <Shot network="facebook" pictures={pictures} />
    <Acts of={[[IconThumbUp, "Like"], [IconMessageCircle, "Comment"], [IconShare3, "Share"]]} />
  </Frame>
);
