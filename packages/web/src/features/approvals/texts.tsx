/** The words as they will go out, with what the check marked in them. */
import type { Channel, DeskFinding, Post } from "@chaperone/contract";
import { ChannelIcon } from "../../components/channel-icon.tsx";
import { foundIn, piecesOf, type Said, saidIn } from "./going-out.ts";

interface TextsProps { post: Post; channels: readonly Channel[]; findings: readonly DeskFinding[]; open: DeskFinding | null; onOpen: (finding: DeskFinding) => void }

export function Texts({ post: { content }, channels, findings, open, onOpen }: TextsProps) {
  const said = saidIn(content);
  return (
    <div className="texts">
      {content.inReplyTo ? <figure className="answered"><figcaption className="label">It answers a {content.inReplyTo.kind} by {content.inReplyTo.author || "someone"}</figcaption><blockquote>{content.inReplyTo.text}</blockquote></figure> : null}
      {said.map((one) => (
        <div key={one.channels.join()}>
          {said.length > 1 ? <Where said={one} channels={channels} /> : null}
          <p className="words" dir="auto">{piecesOf(one.text, foundIn(one, findings)).map(({ text, finding }, at) => finding
            ? <mark key={at} className={`u ${finding.severity}${finding === open ? " on" : ""}`} onClick={() => onOpen(finding)}>{text}</mark>
            : text)}</p>
        </div>
      ))}
      {content.pictures.length > 0 ? <ul className="pictured">{content.pictures.map(({ id, name, alt }) => <li key={id}><b>{name}</b><span>{alt || "Nothing is said of it for people who do not see it."}</span></li>)}</ul> : null}
    </div>
  );
}

function Where({ said, channels }: { said: Said; channels: readonly Channel[] }) {
  const here = said.channels.flatMap((id) => channels.find((one) => one.id === id) ?? []);
  return <p className="where small">{here.map(({ id, network, name }) => <span key={id}><ChannelIcon network={network} />{name}</span>)}</p>;
}
