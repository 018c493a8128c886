import type { PostSummary } from "@chaperone/contract";
import { ChannelIcons } from "../../components/channel-icon.tsx";
import { Icon } from "../../components/icon.tsx";
import { PILLARS, PillarMark } from "../../components/pillar-mark.tsx";
import { Shape } from "../../components/shape.tsx";
import { time } from "../../lib/dates.ts";
import { momentOf, networksOf, standingOf, titleOf } from "../../lib/standing.ts";
import { type Hands, useHands } from "./hands.ts";
import "./card.css";

/** What a card and a chip answer to: a press opens it, a drag moves it, M asks where to. */
function answers(post: PostSummary, { mayMove, grab, peek, askMove, held }: Hands) {
  const may = mayMove(post);
  return {
    type: "button" as const, "aria-haspopup": "dialog" as const, "data-held": held === post.id || undefined, "data-movable": may || undefined,
    ...(may ? { onPointerDown: (event: React.PointerEvent) => grab(event, post), "aria-keyshortcuts": "M" } : {}),
    onClick: (event: React.MouseEvent<HTMLElement>) => peek(post, event.currentTarget),
    onKeyDown: (event: React.KeyboardEvent) => { if (may && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); askMove(post); } },
  };
}

/** In the week: time, title, pillar, channels, and how it stands. */
export function PostCard({ post }: { post: PostSummary }) {
  const hands = useHands(), { mark, word, look } = standingOf(post), moment = momentOf(post);
  return (
    <button className={`post-card ${look}`} {...answers(post, hands)}>
      <span className="card-head"><time>{moment ? time(moment, hands.zone) : "No time"}</time><Shape kind={mark} size={16} /></span>
      <b>{titleOf(post)}</b>
      <PillarMark pillar={post.pillar} filled />
      <ChannelIcons networks={networksOf(post, hands.channels)} size={15} />
      <span className={`card-says ${mark}`}>{word}</span>
    </button>
  );
}

/** In the month and the tray: pillar, title, and a mark unless it is out. On a phone the mark alone. */
export function PostChip({ post }: { post: PostSummary }) {
  const hands = useHands(), { mark, word, look } = standingOf(post), moment = momentOf(post);
  const reads = `${titleOf(post)}, ${PILLARS[post.pillar].word}, ${word}${moment ? `, ${time(moment, hands.zone)}` : ""}`;
  return (
    <button className={`post-chip ${post.pillar} ${look}`} title={reads} aria-label={reads} {...answers(post, hands)}>
      <Icon of={PILLARS[post.pillar].icon} size={14} /><span>{titleOf(post)}</span>{look === "out" ? null : <Shape kind={mark} size={14} />}
    </button>
  );
}
