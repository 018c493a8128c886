import type { NetworkId } from "@chaperone/contract";
import type { PreviewProps } from "./frame.tsx";
import { Frame, Sender, Shot, Words } from "./frame.tsx";

/** Networks that are not drawn after the real thing, and what is copied out by hand: words and picture, as they go. */
export const PlainPreview = ({ network, name, text, when, pictures }: PreviewProps & { network: NetworkId }) => (
  <Frame network={network}><Sender name={name} under={when} /><Words network={network} text={text} /><Shot network={network} pictures={pictures} /></Frame>
);
