import { IconDotsVertical, IconShare3 } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Acts, Frame, Sender, Shot, Words } from "./frame.tsx";

export const GoogleBusinessPreview = ({ name, text, when, pictures }: PreviewProps) => (
  <Frame network="google-business">
    <Sender name={name} under={when} after={<Icon of={IconDotsVertical} size={17} />} />
    <Shot network="google-business" pictures={pictures} />
    <Words network="google-business" text={text} className="body below" />
    <Acts of={[[IconShare3, "Share"]]} className="left" />
  </Frame>
);
