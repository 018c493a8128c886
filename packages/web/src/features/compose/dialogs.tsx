/** Whatever lies over Compose, one at a time. */
import type { Channel, Content, Post, Version } from "@chaperone/contract";
import { Dialog } from "../../components/dialog.tsx";
import { EmptyState } from "../../components/states.tsx";
import { ApproverDialog } from "./approver-dialog.tsx";
import { ChannelsDialog } from "./channels-dialog.tsx";
import { GoingOut } from "./going-out.tsx";
import { History } from "./history.tsx";
import { OverrideDialog } from "./override-dialog.tsx";
import { type PreviewedPost, Rehearsal } from "./previews/preview.tsx";
import { TimeDialog } from "./time-dialog.tsx";

export type Laid = { kind: "channels" | "time" | "approver" | "history" | "rehearsal" | "going-out" } | { kind: "override"; rule: string };

interface DialogsProps {
  laid: Laid | null;
  close: () => void;
  practice: string;
  post: Post | null;
  channels: readonly Channel[];
  content: Content;
  plannedFor: string | null;
  zone: string;
  now: Date;
  previews: readonly PreviewedPost[];
  writer: string;
  fourEyes: boolean;
  approver: string | null;
  mayMark: boolean;
  onChannels: (channels: string[]) => void;
  onTime: (at: string | null) => void;
  onApprover: (person: { id: string; name: string }) => void;
  onOverride: (rule: string, reason: string) => void;
  onTake?: ((version: Version) => void) | undefined;
  onOut: () => void;
}

export function Dialogs({ laid, close, practice, post, channels, content, plannedFor, zone, now, previews, writer, fourEyes, approver, mayMark, onChannels, onTime, onApprover, onOverride, onTake, onOut }: DialogsProps) {
  switch (laid?.kind) {
    case "channels": return <ChannelsDialog channels={channels} chosen={content.channels} onChoose={onChannels} close={close} />;
    case "time": return <TimeDialog at={plannedFor} zone={zone} now={now} onTime={onTime} close={close} />;
    case "approver": return <ApproverDialog practice={practice} writer={writer} fourEyes={fourEyes} chosen={approver} onChoose={onApprover} close={close} />;
    case "history": return post && <History practice={practice} post={post} zone={zone} onTake={onTake} close={close} />;
    case "going-out": return post && <GoingOut practice={practice} post={post} channels={channels} zone={zone} mayMark={mayMark} onOut={onOut} close={close} />;
    case "override": return <OverrideDialog says={post?.receipt?.findings.find(({ rule }) => rule === laid.rule)?.message ?? ""} onAsk={(reason) => onOverride(laid.rule, reason)} close={close} />;
    case "rehearsal": return (
      <Dialog title="As each network shows it" wide isOpen onOpenChange={(open) => { if (!open) close(); }}>
        {previews.length > 0 ? <Rehearsal posts={previews} /> : <EmptyState title="No channel yet" level={3}>Choose a channel, and the post is shown here as it will look there.</EmptyState>}
      </Dialog>
    );
    default: return null;
  }
}
