import type { PostSummary } from "@chaperone/contract";
import { Dialog, Popover } from "react-aria-components";
import { Button, ButtonLink } from "../../components/button.tsx";
import { ChannelIcons } from "../../components/channel-icon.tsx";
import "../../components/dialog.css";
import { Pill } from "../../components/pill.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { Shape } from "../../components/shape.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { hasGone, momentOf, networksOf, pillOf, titleOf } from "../../lib/standing.ts";
import { PostChip } from "./card.tsx";
import { nameOf } from "./day-button.tsx";
import { useHands } from "./hands.ts";
import "./peek.css";

interface Beside { beside: HTMLElement; close: () => void }

/** Beside the card where there is room for both, else below it. */
const placement = () => matchMedia("(max-width: 760px)").matches ? "bottom" as const : "right top" as const;

function Over({ beside, close, label, children }: Beside & { label: string; children: React.ReactNode }) {
  return <Popover className="popover" triggerRef={{ current: beside }} isOpen onOpenChange={(open) => { if (!open) close(); }} placement={placement()} offset={8}><Dialog className="peek" aria-label={label}>{children}</Dialog></Popover>;
}

/** What is known of a post, and what one may do with it from here. */
export function PostPeek({ post, beside, close }: Beside & { post: PostSummary }) {
  const { zone, channels, mayMove, askMove } = useHands(), moment = momentOf(post);
  return (
    <Over beside={beside} close={close} label={titleOf(post)}>
      <p className="tiny muted">{moment ? dayAndTime(moment, zone) : "Without a time"}</p>
      <h2 className="title">{titleOf(post)}</h2>
      <div className="row wrap"><PillarMark pillar={post.pillar} /><ChannelIcons networks={networksOf(post, channels)} /></div>
      <p className="small muted">by {post.author.name}{post.approvedBy.length > 0 ? `, approved by ${post.approvedBy.map(({ name }) => name).join(" and ")}` : ""}</p>
      <div><Pill {...pillOf(post)} /></div>
      {post.says.length > 0 ? <ul className="peek-says">{post.says.map(({ severity, message }) => <li key={message}><Shape kind={severity} size={18} /><span>{message}</span></li>)}</ul> : null}
      <div className="row">
        {hasGone(post) ? <ButtonLink low kind="plain" href={`/posts/${post.id}`}>Where it went</ButtonLink> : null}
        <ButtonLink low kind={hasGone(post) ? "quiet" : "plain"} href={`/compose/${post.id}`}>Open</ButtonLink>
        {post.state === "scheduled" ? <ButtonLink low kind="quiet" href={`/posts/${post.id}`}>Channels</ButtonLink> : null}
        {mayMove(post) ? <Button low kind="quiet" onPress={() => { close(); askMove(post); }}>{moment ? "Move" : "Give it a time"}</Button> : null}
      </div>
    </Over>
  );
}

/** All posts of a day that has no room for them. */
export function DayPeek({ day, posts, beside, close }: Beside & { day: string; posts: readonly PostSummary[] }) {
  return (
    <Over beside={beside} close={close} label={nameOf(day)}>
      <h2 className="title">{nameOf(day)}</h2>
      {posts.map((post) => <PostChip key={post.id} post={post} />)}
    </Over>
  );
}
