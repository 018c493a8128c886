import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ButtonLink, Button } from "../components/button.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, EmptyState, Waiting } from "../components/states.tsx";
import { Compose } from "../features/compose/compose.tsx";
import type { Kept } from "../features/compose/autosave.ts";
import { blank, type Draft, draftOf } from "../features/compose/draft.ts";
import { replace, usePlace } from "../lib/place.ts";
import { postQuery } from "../lib/post-queries.ts";
import { keptOf } from "../features/compose/use-autosave.ts";
import { useWriting } from "../features/compose/use-writing.ts";
import { inWords } from "../lib/api.ts";
import { useOwnKey } from "../lib/own-key.ts";
import { useParams } from "../lib/routes.tsx";
import { channelsQuery, meQuery, practiceQuery, useHere } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

/** `/compose` begins a post, `/compose/<id>` opens one. The first words of a new one give it its address without leaving the page. */
export function ComposePage() {
  useTitle("Compose");
  const { post } = useParams() as { post?: string }, asked = new URLSearchParams(usePlace().search), here = useHere();
  const [{ number, born }, begin] = useState<{ number: number; born: string | null }>({ number: 0, born: null }), last = useRef(post);
  // Coming back to the bare address begins another post.
  useLayoutEffect(() => {
    if (post === undefined && last.current !== undefined) begin((before) => ({ number: before.number + 1, born: null }));
    last.current = post;
  }, [post]);
  const isNew = post === undefined || post === born;
  if (post === undefined && !here.may("write")) return <><h1 className="vh">Compose</h1><Sheet><EmptyState title="You read here" actions={<ButtonLink low kind="primary" href="/calendar">To the calendar</ButtonLink>}>Writing takes a contributor or an editor. An owner can give you another role under Settings, Members.</EmptyState></Sheet></>;
  return (
    <Suspense fallback={<Opening />}>
      {isNew
        ? <Opened key={`new-${here.id}-${number}`} id={null} at={asked.get("at")} like={asked.get("like")} onBorn={(id) => { begin((before) => ({ ...before, born: id })); replace(`/compose/${id}`, { isSamePage: true }); }} />
        : <Opened key={post} id={post} at={null} like={null} onBorn={() => undefined} />}
    </Suspense>
  );
}

const Opening = () => <><h1 className="vh">Compose</h1><Sheet><Waiting what="Opening the post" lines={8} /></Sheet></>;

interface OpenedProps { id: string | null; at: string | null; like: string | null; onBorn: (id: string) => void }

/** Waits for what this browser still holds of the draft before it shows any of it. */
function Opened({ id, at, like, onBorn }: OpenedProps) {
  // Each way to begin keeps its own words, so that a free slot of the calendar never takes the place of what was begun before.
  const here = useHere(), key = useOwnKey(id ?? ["new", here.id, at ?? like].filter(Boolean).join(":"), id !== null), [kept, setKept] = useState<Kept<Draft> | null | undefined>(undefined);
  const from = id ?? like, post = useQuery({ ...postQuery(here.id, from ?? ""), enabled: from !== null });
  const channels = useSuspenseQuery(channelsQuery(here.id)).data;
  useEffect(() => { if (key !== null) void keptOf<Draft>(key).catch(() => null).then(setKept); }, [key]);
  if (post.isError && !post.data) return <><h1 className="vh">Compose</h1><Sheet><Broken title="This post does not open" actions={<><Button low onPress={() => void post.refetch()}>Try again</Button><ButtonLink low kind="quiet" href="/calendar">To the calendar</ButtonLink></>}>{inWords(post.error).says} {inWords(post.error).next}</Broken></Sheet></>;
  if (key === null || kept === undefined || (from !== null && !post.data)) return <Opening />;
  const fresh = blank(channels.filter(({ paused, network }) => !paused && network !== "rehearsal").map((one) => one.id), at && !Number.isNaN(Date.parse(at)) ? new Date(at).toISOString() : null, channels);
  const start = !post.data ? fresh : id ? draftOf(post.data) : { ...fresh, title: post.data.givenTitle, content: { ...post.data.content, reasons: [] } };
  // What was begun here and never reached the desk comes back.
  return <Writer postId={id} draftKey={key} start={start} kept={kept} onBorn={onBorn} />;
}

function Writer({ postId, draftKey, start, kept, onBorn }: { postId: string | null; draftKey: string; start: Draft; kept: Kept<Draft> | null; onBorn: (id: string) => void }) {
  const here = useHere(), [made, setMade] = useState(postId), post = useQuery({ ...postQuery(here.id, made ?? ""), enabled: made !== null }).data ?? null;
  const practice = useSuspenseQuery(practiceQuery(here.id)).data, channels = useSuspenseQuery(channelsQuery(here.id)).data, me = useSuspenseQuery(meQuery).data;
  const writing = useWriting({ practice: here.id, key: draftKey, post, start, kept, onBorn: ({ id }) => { setMade(id); onBorn(id); } });
  return <Compose practice={practice} channels={channels} me={me?.person.id ?? ""} may={{ write: here.may("write"), approve: here.may("approve"), schedule: here.may("schedule") }} post={post} writing={writing} />;
}
