import type { PostSummary, Today } from "@chaperone/contract";
import { ButtonLink } from "../../components/button.tsx";
import { Ledger, LedgerSection } from "../../components/entry.tsx";
import { Link } from "../../components/link.tsx";
import { Pill } from "../../components/pill.tsx";
import { lasting } from "../../lib/dates.ts";
import { pillOf } from "../../lib/standing.ts";
import { byWhom, isDue, PostEntry, type Reading, WayOut, whoDecides } from "./post-entry.tsx";
import "./day.css";

/** The day, worst first: what is held, who waits, what goes out, what comes next, what is being written. */
export function Day({ today, mayWrite, ...reading }: Reading & { today: Today; mayWrite: boolean }) {
  const { held, waitingForMe, goingOut, drafts } = today, next = today.next.filter(({ id }) => !waitingForMe.some((post) => post.id === id)), { zone, now, me } = reading;
  const oldest = waitingForMe.map(({ askedAt }) => askedAt).filter((at) => at !== null).sort()[0];
  return (
    <Ledger>
      <Part id="held" title="Held" small="The desk will not let these out yet" posts={held}>
        {(post) => <PostEntry key={post.id} post={post} {...reading} withReasons detail={byWhom(post, me)} action={<WayOut post={post} />} />}
      </Part>
      <Part id="waiting" title="Waiting for you" small={oldest ? `Oldest ${lasting(oldest, now)}` : undefined} posts={waitingForMe}>
        {(post) => <PostEntry key={post.id} post={post} {...reading} withReasons detail={byWhom(post, me)} action={<ButtonLink low href="/approvals">Decide</ButtonLink>} />}
      </Part>
      <Part id="out" title="Going out today" posts={goingOut}>
        {(post) => <PostEntry key={post.id} post={post} {...reading} isToday detail={whoDecides(post, zone, now)} action={isDue(post, now) ? <ButtonLink low href={`/compose/${post.id}`}>Post it</ButtonLink> : <Pill {...pillOf(post)} />} />}
      </Part>
      <Part id="next" title="Next" small={<Link className="link" href="/calendar?view=week">The calendar</Link>} posts={next}>
        {(post) => <PostEntry key={post.id} post={post} {...reading} detail={whoDecides(post, zone, now)} action={<Pill {...pillOf(post)} />} />}
      </Part>
      <Part id="drafts" title="Drafts" posts={drafts}>
        {(post) => <PostEntry key={post.id} post={post} {...reading} detail={`${byWhom(post, me)}, ${changed(post, now)}`} action={<ButtonLink low kind="quiet" href={`/compose/${post.id}`}>Go on</ButtonLink>} />}
      </Part>
      {[held, waitingForMe, goingOut, next, drafts].every(({ length }) => length === 0) ? <p className="quiet-day muted">Nothing is held, nothing waits, and nothing is planned. {mayWrite ? <Link className="link" href="/compose">Write the next post</Link> : null}</p> : null}
    </Ledger>
  );
}

const changed = ({ updatedAt }: PostSummary, now: Date): string => { const ago = lasting(updatedAt, now); return ago === "0 minutes" ? "changed just now" : `changed ${ago} ago`; };

function Part({ id, title, small, posts, children }: { id: string; title: string; small?: React.ReactNode; posts: readonly PostSummary[]; children: (post: PostSummary) => React.ReactNode }) {
  return posts.length === 0 ? null : <LedgerSection id={id} title={title} small={small}>{posts.map(children)}</LedgerSection>;
}
