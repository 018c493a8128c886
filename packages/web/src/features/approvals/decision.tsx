/** One post on the sheet: its words, what the desk says of them, and the bar at which a person decides. */
import type { Channel, DeskFinding, Override, Post } from "@chaperone/contract";
import { IconArrowLeft, IconClock, IconUserCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Button, ButtonLink, IconButton } from "../../components/button.tsx";
import { ChannelIcons } from "../../components/channel-icon.tsx";
import { Gate } from "../../components/gate.tsx";
import { useGo } from "../../components/link.tsx";
import { PhoneHead } from "../../components/page-head.tsx";
import { PillarMark } from "../../components/pillar-mark.tsx";
import { Sheet } from "../../components/sheet.tsx";
import { dayAndTime, lasting, zoneName } from "../../lib/dates.ts";
import { firstName, networksOf, titleOf } from "../../lib/standing.ts";
import { Deciding, type Decision } from "./deciding.tsx";
import { DeskSays } from "./desk-says.tsx";
import { byWeight } from "./going-out.ts";
import { Texts } from "./texts.tsx";
import { judged } from "./verdict-words.ts";

interface DecisionSheetProps {
  practice: string; post: Post; override: Override | null; channels: readonly Channel[]; zone: string; now: Date;
  /** On a phone it is all there is, with a way back. */
  isAlone: boolean;
  /** Why this person does not decide here, or null where they may. */
  whyNot: string | null;
  deciding: Decision | null;
  isSending: boolean;
  refused: React.ReactNode;
  onBegin: (decision: Decision | null) => void;
  onDecide: (decision: Decision, note: string) => void;
}

export function DecisionSheet({ practice, post, override, channels, zone, now, isAlone, whyNot, deciding, isSending, refused, onBegin, onDecide }: DecisionSheetProps) {
  const findings = byWeight(post.receipt?.findings ?? []), go = useGo();
  const [opened, setOpened] = useState<DeskFinding | null | undefined>(undefined), first = (override ? findings.find(({ rule }) => rule === override.rule) : findings.find(({ severity }) => severity !== "note")) ?? null;
  const open = opened === undefined ? first : opened;
  return (
    <Sheet className="decision" label={titleOf(post)} marginLabel="What the desk says" margin={<DeskSays practice={practice} post={post} override={override} channels={channels} zone={zone} findings={findings} open={open} onOpen={setOpened} />}
      foot={<>{refused}{deciding
        ? <Deciding decision={deciding} title={titleOf(post)} isSending={isSending} onDecide={(note) => onDecide(deciding, note)} close={() => onBegin(null)} />
        : <Gate flat verdict={judged(post)} cells={[askedCell(post, override, now), plannedCell(post, zone, now)]} next={whyNot ? <span className="small muted why-not">{whyNot}</span> : <Ways isException={override !== null} isClear={judged(post).kind === "clear"} onBegin={onBegin} />} />}</>}>
      {isAlone ? <PhoneHead><IconButton icon={IconArrowLeft} label="All that waits" onPress={() => go("/approvals")} /><span><b aria-hidden="true">{titleOf(post)}</b><i>By {post.author.name}</i></span></PhoneHead> : null}
      <header className="decision-head">
        <h2>{titleOf(post)}</h2>
        <p className="meta small muted"><PillarMark pillar={post.pillar} /><ChannelIcons networks={networksOf(post, channels)} /><span className="not-p">By {post.author.name}</span><span className="grow" /><ButtonLink low kind="quiet" href={`/compose/${post.id}`}>Open the post</ButtonLink></p>
      </header>
      <Texts post={post} channels={channels} findings={findings} open={open} onOpen={setOpened} />
    </Sheet>
  );
}

function Ways({ isException, isClear, onBegin }: { isException: boolean; isClear: boolean; onBegin: (decision: Decision) => void }) {
  if (isException) return <><Button kind="quiet" onPress={() => onBegin("refused")}>Refuse</Button><Button kind="held" onPress={() => onBegin("granted")}>Let it stand</Button></>;
  return <><Button kind="quiet" onPress={() => onBegin("returned")}>Return</Button><Button kind={isClear ? "primary" : "ask"} onPress={() => onBegin("approved")}>Approve</Button></>;
}

const agoWords = (ago: string): string => (ago === "0 minutes" ? "Asked just now" : `Asked ${ago} ago`);

function askedCell({ askedAt, askedOf, receipt }: Post, override: Override | null, now: Date) {
  const at = override?.askedAt ?? askedAt, of = override ? "a second person" : askedOf ? firstName(askedOf.name) : "anyone who may approve";
  return { icon: IconUserCheck, title: at ? agoWords(lasting(at, now)) : "Not asked yet", detail: receipt?.fourEyes ? `Of ${of} but its writers` : `Of ${of}` };
}

function plannedCell({ plannedFor, channels }: Post, zone: string, now: Date) {
  const where = `${channels.length} ${channels.length === 1 ? "channel" : "channels"}, ${zoneName(zone)}`;
  if (!plannedFor) return { icon: IconClock, title: "No time yet", detail: where };
  return { icon: IconClock, title: dayAndTime(plannedFor, zone), detail: new Date(plannedFor) <= now ? "Passed; it will need a new time" : where };
}
