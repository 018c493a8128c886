import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "../components/button.tsx";
import { Notice } from "../components/notice.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Segments } from "../components/segments.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, EmptyState, GhostRows } from "../components/states.tsx";
import { Chain } from "../features/record/chain.tsx";
import { Proof } from "../features/record/proof.tsx";
import { recordQuery, verifyQuery } from "../features/record/queries.ts";
import { inWords } from "../lib/api.ts";
import { usePlace } from "../lib/place.ts";
import { usePractice } from "../lib/session.ts";
import { useTitle } from "../lib/title.ts";

/** Walking a chain of this length takes less time than reading the page's head. */
const WALKED_AT_ONCE = 5_000;

/** An action, or with its dot at the end all that begin so. */
const ALL = "everything";
const KINDS = [{ id: ALL, label: "Everything" }, { id: "post.", label: "Posts" }, { id: "post.published", label: "Publications" }, { id: "override.", label: "Overrides" }, { id: "member.", label: "People" }] as const;
type Kind = (typeof KINDS)[number]["id"];

export function RecordPage() {
  useTitle("Record");
  const practice = usePractice(), { search } = usePlace(), post = new URLSearchParams(search).get("post") ?? undefined;
  const [action, narrow] = useState<Kind>(ALL), [now] = useState(() => new Date());
  const record = useInfiniteQuery(recordQuery(practice.id, { ...(action === ALL ? {} : { action }), ...(post ? { post } : {}) }));
  const entries = record.data?.pages.flatMap(({ list }) => list) ?? [], count = record.data?.pages[0]?.entries ?? 0;
  const proof = useQuery({ ...verifyQuery(practice.id), enabled: count > 0 && count <= WALKED_AT_ONCE });
  const isNarrowed = action !== ALL || post !== undefined;
  return (
    <>
      <PageHead title="Record" actions={<ButtonLink kind="plain" icon={IconDownload} href={`/api/practices/${practice.id}/record/export`} download>Export and verify elsewhere</ButtonLink>}>
        Everything that was written, checked, decided and sent. Nothing in it can be changed, by anyone.
      </PageHead>
      <Sheet className="record-sheet">
        <Proof verified={proof.data} entries={count} isVerifying={proof.isFetching} failed={proof.isError ? inWords(proof.error).says : null} verify={() => void proof.refetch()} zone={practice.timeZone} now={now}>
          <Segments label="What happened" choices={[...KINDS]} chosen={action} onChoose={narrow} />
        </Proof>
        {post ? <div className="record-only"><Notice kind="note" title="One post only" actions={<ButtonLink low kind="quiet" href="/record">Show everything</ButtonLink>}>Entries about other things are left out here; the chain counts them.</Notice></div> : null}
        {record.isError && entries.length === 0 ? <Broken title="The record cannot be read now" actions={<Button low onPress={() => void record.refetch()}>Read it again</Button>}>{inWords(record.error).says} Nothing in it was lost.</Broken>
          : record.isPending ? <GhostRows rows={6} what="Opening the record" />
          : entries.length === 0 ? <Nothing isNarrowed={isNarrowed} all={() => narrow(ALL)} />
          : <><Chain entries={entries} zone={practice.timeZone} now={now} /><More record={record} /></>}
      </Sheet>
    </>
  );
}

function Nothing({ isNarrowed, all }: { isNarrowed: boolean; all: () => void }) {
  if (!isNarrowed) return <EmptyState title="Nothing has happened yet" actions={<ButtonLink low kind="primary" href="/compose">Write the first post</ButtonLink>}>The first entry is written when something is, and from then on the chain grows by itself.</EmptyState>;
  return <EmptyState title="Nothing of this kind" actions={<ButtonLink low href="/record" onClick={all}>Show everything</ButtonLink>}>It has not happened here, or not to this post.</EmptyState>;
}

/** The next page comes before one reaches the end; the button is for keys and readers. */
function More({ record: { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } }: { record: { hasNextPage: boolean; isFetchingNextPage: boolean; isFetchNextPageError: boolean; fetchNextPage: () => unknown } }) {
  const end = useRef<HTMLDivElement>(null), mayFetch = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (!mayFetch || !end.current) return;
    const near = new IntersectionObserver(([seen]) => { if (seen?.isIntersecting) void fetchNextPage(); }, { rootMargin: "600px" });
    near.observe(end.current);
    return () => near.disconnect();
  }, [mayFetch, fetchNextPage]);
  if (!hasNextPage) return null;
  return <div ref={end} className="record-more"><Button low isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>{isFetchNextPageError ? "Earlier entries did not come. Ask again" : isFetchingNextPage ? "Reading on" : "Earlier entries"}</Button></div>;
}
