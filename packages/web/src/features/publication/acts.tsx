import type { PublicationView } from "@chaperone/contract";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Confirm } from "../../components/confirm.tsx";
import { CopyButton } from "../../components/secret.tsx";
import { api } from "../../lib/api.ts";
import { postsChanged, useHere } from "../../lib/session.ts";
import { AgainDialog } from "./again-dialog.tsx";
import { LinkForm } from "./link-form.tsx";
import { LookedForm } from "./looked-form.tsx";

interface ActsProps { publication: PublicationView; name: string; zone: string; now: Date; act: (work: () => Promise<unknown>) => void; isActing: boolean }

/** What somebody can do, by where it stands. */
export function PublicationActs({ publication: { id, state, can, text, readBack, failedKind }, name, zone, now, act, isActing }: ActsProps) {
  const { id: practice, may } = useHere(), [open, lay] = useState<"looked" | "again" | "out" | null>(null), params = { practice, publication: id };
  const ask = (work: () => Promise<unknown>): void => act(() => work().finally(() => postsChanged(practice)).then(() => lay(null)));
  const button = (label: string, onPress: () => void, kind: "plain" | "ask" | "quiet" | "primary" = "plain") => <Button low kind={kind} isDisabled={isActing} aria-label={`${label}: ${name}`} onPress={onPress}>{label}</Button>;
  const maySchedule = may("schedule"), isByHand = state === "scheduled" && !can.publish, isOver = state === "failed" || state === "missed";
  const buttons = [
    state === "unknown" && maySchedule ? <span key="look" className="row wrap">{button(isActing ? "Looking" : "Look again", () => ask(() => api.publications.lookAgain({ params })), "ask")}{button("I looked myself", () => lay("looked"))}</span> : null,
    isOver && maySchedule ? <span key="again" className="row wrap">{button("Try again", () => lay("again"), failedKind === "auth" ? "plain" : "ask")}{button("I posted it by hand", () => lay("out"), "quiet")}</span> : null,
    isByHand ? <CopyButton key="copy" kind="plain" value={text} label="Copy the text" what={name} /> : null,
    isByHand && maySchedule ? <span key="out">{button("It is out", () => lay("out"))}</span> : null,
    state === "published" && can.readBack && may("write") ? <span key="read">{button(readBack ? "Read it again" : "Read it there", () => ask(() => api.publications.readBack({ params })))}</span> : null,
    state === "published" && can.takeDown && maySchedule ? <Confirm key="down" label="Take down" of={name} title={`Take it down from ${name}?`} does="Take it down" isDisabled={isActing} onConfirm={() => ask(() => api.publications.takeDown({ params }))}>The network is asked to delete it, and the desk looks whether it is gone. Likes and comments go with it. It cannot be put back; the record keeps that it was there.</Confirm> : null,
    state === "published" && !can.takeDown && maySchedule ? <Confirm key="downed" label="I took it down" of={name} title={`Is it gone from ${name}?`} does="It is gone" isDisabled={isActing} onConfirm={() => ask(() => api.publications.takenDown({ params }))}>Say so once you have deleted it there. The desk cannot look for itself.</Confirm> : null,
  ].filter((one) => one !== null);
  if (buttons.length === 0) return null;
  return (
    <div className="publication-acts">
      <div className="row wrap">{buttons}</div>
      {open === "looked" ? <LookedForm isActing={isActing} close={() => lay(null)} onLooked={(body) => ask(() => api.publications.lookedMyself({ params, body }))} /> : null}
      {open === "out" ? <LinkForm isActing={isActing} close={() => lay(null)} onOut={(url) => ask(() => api.publications.markOut({ params, body: { url } }))} /> : null}
      {open === "again" ? <AgainDialog name={name} zone={zone} now={now} close={() => lay(null)} onTime={(moment) => ask(() => api.publications.tryAgain({ params, body: { at: moment } }))} /> : null}
    </div>
  );
}
