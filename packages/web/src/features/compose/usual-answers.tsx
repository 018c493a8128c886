/** With which answers a new post begins on a channel: whoever sets channels up keeps those of this one. */
import { type Answers, type Channel, usualOf } from "@chaperone/contract";
import { useMutation } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { api } from "../../lib/api.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { channelsQuery, useHere } from "../../lib/session.ts";

export function UsualAnswers({ channel, answers }: { channel: Channel; answers: Answers }) {
  const { id: practice, may } = useHere(), usual = usualOf(channel.network, answers), isNone = Object.keys(usual).length === 0;
  const keep = useMutation({
    mutationFn: () => api.channels.change({ params: { practice, channel: channel.id }, body: { usual } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: channelsQuery(practice).queryKey }),
  });
  if (isSame(usual, channel.usual)) return isNone ? null : <p className="small faint">New posts begin with these answers.</p>;
  if (!may("manage")) return null;
  return (
    <>
      <RefusalNotice error={keep.error} />
      <p><Button low kind="quiet" isPending={keep.isPending} onPress={() => keep.mutate()} aria-label={`Begin new posts ${isNone ? "without" : "with these"} answers on ${channel.name}`}>{isNone ? "Begin new posts without answers" : "Begin new posts with these"}</Button></p>
    </>
  );
}

const isSame = (one: Answers, other: Answers): boolean => Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((id) => one[id] === other[id]);
