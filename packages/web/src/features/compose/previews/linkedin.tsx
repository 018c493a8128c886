import { IconMessageCircle, IconRepeat, IconSend, IconThumbUp, IconWorld } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const LinkedinPreview = ({ name, text, when, pictures }: PreviewProps) => (
  <Frame network="linkedin">
    <Sender name={name} square under={<>{when} · <Icon of={IconWorld} size={13} /></>} />
    <Words network="linkedin" text={text} />
    <Shot network="linkedin" pictures={pictures} />
    <Acts of={[[IconThumbUp, "Like"], [IconMessageCircle, "Comment"], [IconRepeat, "Repost"], [IconSend, "Send"]]} className="tight" />
  </Frame>
);
