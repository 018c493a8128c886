/** What stands over the whole of Compose: what was refused, and why the words can no longer change. */
import type { Post } from "@chaperone/contract";
import { Button } from "../../components/button.tsx";
import { Link } from "../../components/link.tsx";
import { Notice } from "../../components/notice.tsx";

interface AcrossProps { refused: readonly ({ says: string; next: string } | null)[]; isOut: boolean; mayWrite: boolean; post: Post | null; onRestore: () => void }

export function Across({ refused, isOut, mayWrite, post, onRestore }: AcrossProps) {
  return (
    <>
      {refused.map((one) => (one ? <div key={one.says} className="across"><Notice kind="stop" title={one.says}>{one.next}</Notice></div> : null))}
      {isOut ? <div className="across"><Notice kind="note" title="This has gone out, so its words stay." actions={post ? <><Link className="link" href={`/posts/${post.id}`}>Where it went</Link>{mayWrite ? <a className="link" href={`/compose?like=${post.id}`}>Write another like it</a> : null}</> : undefined} /></div> : null}
      {post?.deletedAt ? <div className="across"><Notice kind="note" title="This post is in the bin." actions={mayWrite ? <Button low onPress={onRestore}>Take it out</Button> : undefined} /></div> : null}
    </>
  );
}
