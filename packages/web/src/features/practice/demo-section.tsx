import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { useGo } from "../../components/link.tsx";
import { api } from "../../lib/api.ts";
import { useLoadDemo } from "../../lib/demo.ts";
import { queryClient } from "../../lib/query.ts";
import { RefusalNotice } from "../../lib/refusal-notice.tsx";
import { choosePractice, deskQuery, useMe } from "../../lib/session.ts";

export function DemoSection() {
  const { data: desk } = useQuery(deskQuery), { data: me } = useMe(), go = useGo(), load = useLoadDemo(() => go("/"));
  const mine = me?.practices.find(({ isDemo }) => isDemo), own = me?.practices.find(({ isDemo }) => !isDemo);
  const remove = useMutation({
    mutationFn: () => api.demo.remove(),
    onSuccess: async () => { if (own) choosePractice(own.id); go("/"); await Promise.all([queryClient.invalidateQueries({ queryKey: ["me"] }), queryClient.invalidateQueries({ queryKey: ["desk"] })]); },
  });
  return (
    <>
      <p className="small muted">A made-up practice with people, posts and a record, to try everything on. It stands beside your own, shares nothing with it, and goes nowhere.</p>
      <RefusalNotice error={load.error ?? remove.error} />
      {mine ? (
        <div className="row wrap"><Button onPress={() => { choosePractice(mine.id); go("/"); }}>Go to {mine.name}</Button>
          <Confirm kind="plain" label="Remove the demo" title="Remove the demo practice?" does="Remove it" onConfirm={() => remove.mutate()}>Everything in it goes, for everyone at this desk. Your own practices stay as they are.</Confirm></div>
      ) : desk?.demo ? <p>Somebody else has opened it; an owner of the demo can invite you.</p> : <div><Button isPending={load.isPending} onPress={() => load.mutate()}>Load the demo practice</Button></div>}
    </>
  );
}
