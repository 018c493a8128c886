import type { PostSummary } from "@chaperone/contract";
import { PostChip } from "./card.tsx";
import { useHands } from "./hands.ts";
import { TRAY } from "./use-drag.ts";
import "./tray.css";

/** Drafts and ideas without a time: dragged from here onto a day, or a day's post back to here. */
export function Tray({ posts }: { posts: readonly PostSummary[] }) {
  const { over, held } = useHands();
  if (posts.length === 0 && held === null) return null;
  return (
    <section className="tray" data-drop={TRAY} data-over={over === TRAY || undefined} aria-label="Without a time">
      <h2 className="label">Without a time</h2>
      {posts.length > 0 ? <div className="tray-posts">{posts.map((post) => <PostChip key={post.id} post={post} />)}</div> : <p className="tiny muted">Drop it here to take it off the calendar.</p>}
    </section>
  );
}
