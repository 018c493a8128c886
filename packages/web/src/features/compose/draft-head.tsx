/** Title, what is kept of it, and what else one can do with a post. */
import type { Post } from "@chaperone/contract";
import { IconArrowLeft, IconDots, IconEye } from "@tabler/icons-react";
import { IconButton } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useGo } from "../../components/link.tsx";
import { MenuButton } from "../../components/menu-button.tsx";
import { time } from "../../lib/dates.ts";
import type { Laid } from "./dialogs.tsx";
import type { Acts } from "./use-acts.ts";
import type { Writing } from "./use-writing.ts";

interface DraftHeadProps { post: Post | null; writing: Writing; acts: Acts; zone: string; isOut: boolean; isReadOnly: boolean; maySchedule: boolean; onLay: (laid: Laid) => void }

const STANDING_WORDS = { saved: "Saved", kept: "Not saved yet", sending: "Saving", offline: "Kept in this browser; the desk cannot be reached", refused: "Kept in this browser; the desk did not take it", conflict: "Changed elsewhere" } as const;

export const versionName = (post: Post | null): string | null => (post?.versions ? `Version ${post.versions}` : null);

export function DraftHead({ post, writing, acts, zone, isOut, isReadOnly, maySchedule, onLay }: DraftHeadProps) {
  const { draft, type, standing, savedAt, isSaved } = writing, goTo = useGo(), isUnkept = standing === "offline" || standing === "refused";
  const kept = isOut || isReadOnly || (!post && isSaved) ? null : STANDING_WORDS[standing] + (standing === "saved" && savedAt ? ` ${time(savedAt, zone)}` : "");
  const lay = (kind: "rehearsal" | "history" | "going-out") => (): void => onLay({ kind });
  const goesOut = post?.publications.some(({ state, version }) => state !== "removed" && version === post.version) === true;
  const looks = [
    { id: "preview", label: "Previews side by side", onAction: lay("rehearsal") }, ...(post ? [{ id: "history", label: "History", onAction: lay("history") }] : []),
    ...(goesOut ? [{ id: "out", label: "Going out", onAction: lay("going-out") }] : []),
  ];
  const changes = !post || isReadOnly ? [] : [
    ...(post.state === "scheduled" && maySchedule ? [{ id: "unschedule", label: "Take it off the calendar", onAction: () => acts.giveTime(null) }] : []),
    { id: "remove", label: "Put it in the bin", danger: true, onAction: acts.remove },
  ];
  return (
    <div className="dochead">
      <IconButton icon={IconArrowLeft} label="To the calendar" onPress={() => goTo("/calendar")} className="only-p" />
      <h1><input dir="auto" aria-label="Title" placeholder="Without a title" maxLength={200} value={draft.title} readOnly={isReadOnly} title={draft.title} onChange={(event) => type({ ...draft, title: event.target.value })} /></h1>
      <span className={`saved${isUnkept ? " unkept" : ""}`} role="status">{[versionName(post), kept].filter(Boolean).join(" · ")}</span>
      <IconButton icon={IconEye} label="Previews" onPress={lay("rehearsal")} className="only-p" />
      <MenuButton className="btn quiet low square" label="More" name="More" sections={[{ entries: looks }, ...(changes.length > 0 ? [{ entries: changes }] : [])]}><Icon of={IconDots} /><span className="tip" aria-hidden="true">More</span></MenuButton>
    </div>
  );
}
