/** Going out: where the desk posts by itself it says when; elsewhere one copies the checked text, posts it, and says so. The gate is asked again at that moment. */
import { type Channel, isByHand, outgoing, type Post, type Publication } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { ChannelIcon } from "../../components/channel-icon.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { TextField } from "../../components/field.tsx";
import { Link } from "../../components/link.tsx";
import { Notice } from "../../components/notice.tsx";
import { api, inWords } from "../../lib/api.ts";
import { dayAndTime } from "../../lib/dates.ts";

interface GoingOutProps { practice: string; post: Post; channels: readonly Channel[]; zone: string; mayMark: boolean; onOut: () => void; close: () => void }

const LASTS = 2_000;

export function GoingOut({ practice, post, channels, zone, mayMark, onOut, close }: GoingOutProps) {
  const publications = post.publications.filter(({ state, version }) => state !== "removed" && version === post.version);
  return (
    <Dialog title="Going out" wide isOpen onOpenChange={(open) => { if (!open) close(); }}>
      <p className="small muted">Where a network is connected, the desk posts at the planned time. Elsewhere copy the text, post it there yourself, and paste the link here; the desk then knows that it is out.</p>
      {publications.map((publication) => <Way key={publication.id} practice={practice} publication={publication} post={post} channel={channels.find(({ id }) => id === publication.channel)} zone={zone} mayMark={mayMark} onOut={onOut} />)}
    </Dialog>
  );
}

function Way({ practice, publication, post, channel, zone, mayMark, onOut }: Omit<GoingOutProps, "channels" | "close"> & { publication: Publication; channel: Channel | undefined }) {
  const { id, state, at, publishedAt, url } = publication, [link, setLink] = useState(""), [isCopied, copied] = useState(false), [says, say] = useState<string>();
  const copy = (): void => { void navigator.clipboard.writeText(outgoing(post.content, publication.channel)).then(() => { copied(true); setTimeout(() => copied(false), LASTS); }, () => say("The browser does not let the page copy. Mark the text and copy it.")); };
  const mark = (): void => { say(undefined); api.publications.markOut({ params: { practice, publication: id }, body: { url: link.trim() || null } }).then(onOut, (error: unknown) => say(inWords(error).says)); };
  return (
    <section className="way" aria-label={channel?.name ?? "A removed channel"}>
      <p className="row"><ChannelIcon network={channel?.network ?? "manual"} size={18} bare /><b>{channel?.name ?? "A removed channel"}</b><span className="small muted">{state === "published" ? `out since ${dayAndTime(publishedAt ?? at, zone)}` : state === "held" ? "held" : dayAndTime(at, zone)}</span></p>
      {says ? <Notice kind="stop">{says}</Notice> : null}
      {state === "published" ? (url ? <p className="small"><a className="link" href={url} rel="noreferrer noopener" target="_blank">Look at it there</a></p> : null) : (
        <>
          <p className="serif copied">{outgoing(post.content, publication.channel)}</p>
          <div className="row wrap"><Button low kind="plain" onPress={copy}>{isCopied ? "Copied" : "Copy the text"}</Button></div>
          {channel && !isByHand(channel) ? <p className="small muted">The desk posts it there by itself. <Link className="link" href={`/posts/${post.id}`}>Where it stands</Link></p> : mayMark ? <form className="row wrap mark" onSubmit={(event) => { event.preventDefault(); mark(); }}><TextField label="Link to the post" type="url" value={link} onChange={setLink} /><Button low kind="plain" type="submit">It is out</Button></form> : null}
        </>
      )}
    </section>
  );
}
