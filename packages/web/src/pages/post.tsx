import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Button, ButtonLink } from "../components/button.tsx";
import { PageHead } from "../components/page-head.tsx";
import { Pill } from "../components/pill.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Broken, EmptyState, GhostRows } from "../components/states.tsx";
import { PublicationPart } from "../features/publication/publication-part.tsx";
import { PostFacts } from "../features/publication/post-facts.tsx";
import { publicationsQuery } from "../features/publication/queries.ts";
import { byNeed, isTold } from "../features/publication/words.ts";
import { inWords } from "../lib/api.ts";
import { useNow } from "../lib/now.ts";
import { useParams } from "../lib/routes.tsx";
import { useChannels, useHere } from "../lib/session.ts";
import { pillOf, titleOf } from "../lib/standing.ts";
import { useTitle } from "../lib/title.ts";

/** Of the post it is still true that it went out; here one reads where it is. */
const TAKEN_DOWN = { kind: "note", word: "Taken down" } as const;

/** Where a post went: a part a channel, with what was tried, how it reads there, and what somebody can do. */
export function PostPage() {
  const { post: id = "" } = useParams(), here = useHere(), channels = useChannels(), now = useNow();
  const { data, error, refetch } = useQuery(publicationsQuery(here.id, id));
  useTitle(data ? "Where it went" : "Post");
  if (error && !data) return <><PageHead title="Post" /><Sheet><Broken title="This post does not open" actions={<><Button low onPress={() => void refetch()}>Try again</Button><ButtonLink low kind="quiet" href="/calendar">To the calendar</ButtonLink></>}>{inWords(error).says} {inWords(error).next}</Broken></Sheet></>;
  if (!data) return <><PageHead title="Post" /><Sheet marginWidth={320} marginClass="pad" margin={<GhostRows rows={2} what="Opening the post" />}><GhostRows rows={5} what="Opening the post" /></Sheet></>;

  const { post } = data, publications = data.publications.filter(isTold), zone = here.timeZone;
  return (
    <>
      <PageHead title={titleOf(post)} actions={<>{publications.length === 1 ? null : <Pill {...(publications.length > 0 && publications.every(({ state }) => state === "removed") ? TAKEN_DOWN : pillOf(post))} />}<ButtonLink kind="plain" icon={IconPencil} href={`/compose/${post.id}`}>{post.state === "published" || !here.may("write") ? "See it in Compose" : "Open in Compose"}</ButtonLink></>} />
      <Sheet marginWidth={320} marginLabel="About the post" marginClass="pad" margin={<PostFacts post={post} zone={zone} />}>
        {publications.length === 0
          ? <EmptyState title="It has not been planned yet" actions={<ButtonLink low kind="primary" href={`/compose/${post.id}`}>Open it in Compose</ButtonLink>}>Once it has a time and the way is clear, this page shows each channel, and what happens there.</EmptyState>
          : byNeed(publications, now).map((one) => <PublicationPart key={one.id} publication={one} channel={channels.find((channel) => channel.id === one.channel)} zone={zone} now={now} />)}
      </Sheet>
    </>
  );
}
