import { IconBookmark, IconHeart, IconMessageCircle, IconSend } from "@tabler/icons-react";
import { Icon } from "../../../components/icon.tsx";
import type { PreviewProps } from "./frame.tsx";
import { Frame, Sender, Shot, Words } from "./frame.tsx";

export const InstagramPreview = ({ handle, text, when, pictures }: PreviewProps) => (
  <Frame network="instagram">
    <Sender name={handle} small />
    <Shot network="instagram" pictures={pictures} />
    <div className="igacts" aria-hidden="true"><Icon of={IconHeart} size={23} /><Icon of={IconMessageCircle} size={23} /><Icon of={IconSend} size={23} /><span className="grow" /><Icon of={IconBookmark} size={23} /></div>
    <Words network="instagram" text={text} className="cap" lead={<><b>{handle}</b> </>} />
    <small className="foot">{when}</small>
  </Frame>
);
