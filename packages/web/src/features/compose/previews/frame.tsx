/** What all previews share: the frame, the sender, the text with its links, the picture in its crop. */
import type { NetworkId } from "@chaperone/contract";
import { networks } from "@chaperone/contract";
import { Icon, type IconDrawing } from "../../../components/icon.tsx";
import type { Size } from "./crop.ts";
import { cropOf } from "./crop.ts";
import { foldText } from "./fold.ts";
import { piecesOf } from "./pieces.ts";
import "./frame.css";

export interface PreviewPicture { alt: string; size: Size; drawn: React.ReactNode }

export interface PreviewProps {
  /** As the network names the account. */
  name: string;
  handle: string;
  text: string;
  /** "Tomorrow at 9:00 AM". */
  when: string;
  pictures: readonly PreviewPicture[];
  title?: string | undefined;
  /** Stands in the text's place until somebody wants to see it. */
  warning?: string | undefined;
}

export const Frame = ({ network, children }: { network: NetworkId; children: React.ReactNode }) => <div className={`frame of-${network}`}>{children}</div>;

interface SenderProps { name: string; under?: React.ReactNode; square?: boolean; small?: boolean; after?: React.ReactNode; beside?: React.ReactNode }

export function Sender({ name, under, square = false, small = false, after, beside }: SenderProps) {
  return (
    <div className="who">
      <span className={`av${square ? " sq" : ""}${small ? " sm" : ""}`} aria-hidden="true">{[...name][0]?.toUpperCase()}</span>
      <span className="names"><b>{name}</b>{beside ? <small className="beside">{beside}</small> : null}{under ? <small>{under}</small> : null}</span>
      {after}
    </div>
  );
}

/** The text as far as it is shown; a link is blue only where it can be pressed. */
export function Words({ network, text, lead, className = "body" }: { network: NetworkId; text: string; lead?: React.ReactNode; className?: string }) {
  const { fold, links, hashtags } = networks[network], { shown, isFolded } = foldText(text, fold);
  const isLive = (kind: string): boolean => kind === "link" ? links : kind === "hashtag" ? hashtags.linked : network !== "google-business";
  return (
    <div className={className}>
      {lead}{piecesOf(shown).map(({ text: words, kind }, at) => kind === "words" || !isLive(kind) ? words : <span key={at} className="live">{words}</span>)}
      {isFolded ? <>… <span className="more">{fold!.more}</span></> : null}
    </div>
  );
}

export function Shot({ network, pictures, className = "" }: { network: NetworkId; pictures: readonly PreviewPicture[]; className?: string }) {
  const [first, ...rest] = pictures.slice(0, networks[network].pictures.most);
  if (!first) return null;
  return <div className={`shot ${className}`} style={{ aspectRatio: String(cropOf(networks[network], first.size).ratio) }}>{first.drawn}{rest.length > 0 ? <span className="count">1/{rest.length + 1}</span> : null}</div>;
}

export function Acts({ of, className = "" }: { of: readonly (readonly [icon: IconDrawing, word?: string])[]; className?: string }) {
  return <div className={`acts ${className}`} aria-hidden="true">{of.map(([icon, word], at) => <span key={at}><Icon of={icon} size={17} />{word}</span>)}</div>;
}

/** Said under each preview: where the text folds, how the picture is cropped, and what does not work there. */
export function captionOf(network: NetworkId, text: string, pictures: readonly PreviewPicture[]): string {
  const about = networks[network], { isFolded, after } = foldText(text, about.fold), said: string[] = [];
  if (text.trim()) said.push(isFolded ? `${about.name} folds the text after ${after} characters.` : `${about.name} shows all of the text.`);
  if (pictures[0]) said.push(cropOf(about, pictures[0].size).says);
  else if (about.pictures.video === "must") said.push(`${about.name} asks for a video.`);
  else if (about.pictures.least > 0) said.push(`${about.name} has no post without a picture.`);
  if (pictures.length > about.pictures.most) said.push(`It takes ${about.pictures.most === 1 ? "one picture" : `${about.pictures.most} pictures`}; ${pictures.length - about.pictures.most} stay behind.`);
  if (!about.links && piecesOf(text).some(({ kind }) => kind === "link")) said.push("An address cannot be pressed here.");
  return said.join(" ");
}
