/** What the gate says beside the verdict: who approves, and when and where it goes out. */
import type { Post } from "@chaperone/contract";
import { dayAndTime, zoneName } from "../../lib/dates.ts";

export interface Cell { title: string; detail: string }

export function approverCell(isNeeded: boolean, post: Post | null, approver: { name: string } | null, risks: readonly string[]): Cell {
  if (post && post.version !== null && post.approvedBy.length > 0) return { title: `${post.approvedBy.map(({ name }) => name).join(" and ")} approved`, detail: "These very words" };
  if (post?.state === "returned") return { title: "Returned", detail: post.approvals.findLast(({ decision }) => decision === "returned")?.note ?? "" };
  if (post?.state === "waiting") return { title: post.askedOf ? `${post.askedOf.name} is asked` : "Waits for an approval", detail: risks[0] ?? "" };
  if (!isNeeded) return { title: "Nobody has to approve", detail: "The check is clear and nothing makes it risky" };
  return { title: approver ? `${approver.name} approves` : "Someone has to approve", detail: risks[0] ?? "Asked once the check is clear" };
}

export const slotCell = (plannedFor: string | null, channels: number, zone: string): Cell => plannedFor
  ? { title: dayAndTime(plannedFor, zone), detail: `${channels} ${channels === 1 ? "channel" : "channels"}, ${zoneName(zone, plannedFor)}` }
  : { title: "No time yet", detail: zoneName(zone) };
