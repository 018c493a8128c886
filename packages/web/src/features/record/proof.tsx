import type { Reply, Routes } from "@chaperone/contract";
import { Button } from "../../components/button.tsx";
import { Shape, type ShapeKind } from "../../components/shape.tsx";
import { date, nearDay, time } from "../../lib/dates.ts";
import "./proof.css";

export type Verified = Reply<Routes["record"]["verify"]> & { at: string };

const JOURNAL: Record<Verified["journal"], string> = {
  agrees: "The journal on disk says the same.",
  behind: "The journal on disk is behind; it catches up with the next entry.",
  ahead: "The journal on disk holds entries that the database lost. Start the desk again: it puts them back.",
  none: "There is no journal on this disk to compare with.",
};

interface ProofProps { verified: Verified | undefined; entries: number; isVerifying: boolean; failed: string | null; verify: () => void; zone: string; now: Date; children: React.ReactNode }

/** Whether the chain holds, in words and shape, above everything else on the page. */
export function Proof({ verified, entries, isVerifying, failed, verify, zone, now, children }: ProofProps) {
  const { kind, word, says } = standing(verified, entries, failed, zone, now);
  return (
    <header className="proof">
      <Shape kind={kind} size={32} />
      <p className={kind} role="status"><b>{isVerifying ? "Walking the chain" : word}</b><span className="muted">{says}</span></p>
      <Button low kind="quiet" isPending={isVerifying} onPress={verify}>{verified ? "Verify again" : "Verify"}</Button>
      <span className="grow" />
      {children}
    </header>
  );
}

const counted = (entries: number): string => `${entries.toLocaleString("en-US")} ${entries === 1 ? "entry" : "entries"}`;

export function standing(verified: Verified | undefined, entries: number, failed: string | null, zone: string, now: Date): { kind: ShapeKind; word: string; says: string } {
  if (failed) return { kind: "question", word: "Not verified", says: failed };
  if (!verified) return { kind: "idea", word: counted(entries), says: "Verify walks the chain from its first entry." };
  const near = nearDay(verified.at, zone, now), at = `${near === "Today" ? "today" : date(verified.at, zone)} at ${time(verified.at, zone)}`;
  if (!verified.isIntact) return { kind: "stop", word: `Broken at entry ${verified.firstWrong?.seq ?? "?"}`, says: `${verified.firstWrong?.says ?? "An entry does not fit the one before it."} Checked ${at}. Export the record now, and compare it with a backup.` };
  return { kind: verified.journal === "ahead" ? "question" : "clear", word: "Unbroken", says: `${counted(verified.entries)}, checked ${at}. ${JOURNAL[verified.journal]}` };
}
