/** The gate's one button is the next lawful step. This is the order of the law: words, then reasons, then where and when, then people. */
import type { Verdict } from "@chaperone/engine";

export interface GateState {
  check: "reading" | "failed" | Verdict;
  /** Open stops, without those that a second person has overridden. */
  mustChange: number;
  /** Questions that nobody has answered yet. */
  unanswered: number;
  isEmpty: boolean;
  channels: number;
  /** Name of the first network whose bound the text breaks. */
  tooLongFor: string | null;
  /** What the first channel that asks for something wants, as the button says it. */
  asks: string | null;
  planned: "none" | "past" | "ahead";
  /** Every change is kept on the server. Nothing is asked of anyone before. */
  isSaved: boolean;
  approval: {
    isNeeded: boolean;
    state: "none" | "asked" | "given" | "returned" | "lapsed";
    /** First name of the person to ask, or who was asked. */
    who: string | null;
  };
  /** What this person may do here and now; an author may not approve where four eyes are asked. */
  may: { write: boolean; approve: boolean; schedule: boolean };
  isScheduled: boolean;
}

export type StepKind =
  | "wait" | "check-again" | "write" | "fix-first" | "shorten" | "give-reason" | "choose-channel" | "choose-time" | "answer-channel" | "choose-approver"
  | "ask" | "approve" | "remind" | "read-return" | "schedule" | "change-time" | "none";

/** `look` is the button's kind: filled only where the way is clear. */
export interface Step { kind: StepKind; label: string; look: "primary" | "held" | "ask" | "plain" }

type Row = (state: GateState) => Step | false | null;
const step = (kind: StepKind, label: string, look: Step["look"]): Step => ({ kind, label, look });

const rows: Row[] = [
  ({ check }) => check === "failed" && step("check-again", "Check again", "held"),
  ({ isEmpty, may }) => isEmpty && (may.write ? step("write", "Write the first words", "plain") : step("none", "Nothing written yet", "plain")),
  ({ check }) => check === "reading" && step("wait", "Reading", "plain"),
  ({ isScheduled, mustChange }) => isScheduled && mustChange === 0 && step("change-time", "Change the time", "plain"),
  ({ may, approval }) => !may.write && !may.approve && step("none", approval.state === "asked" && approval.who ? `Waits for ${approval.who}` : "Read only", "plain"),
  ({ mustChange }) => mustChange > 0 && step("fix-first", mustChange === 1 ? "Fix it" : "Fix the first", "held"),
  ({ tooLongFor }) => tooLongFor !== null && step("shorten", `Shorten it for ${tooLongFor}`, "held"),
  ({ unanswered }) => unanswered > 0 && step("give-reason", "Give a reason", "ask"),
  ({ channels }) => channels === 0 && step("choose-channel", "Choose a channel", "plain"),
  ({ asks }) => asks !== null && step("answer-channel", asks, "ask"),
  // An approval that comes after its time asks for a new one, so the time is asked for before anyone else is.
  ({ planned }) => planned === "none" && step("choose-time", "Choose a time", "plain"),
  ({ planned }) => planned === "past" && step("choose-time", "Choose a new time", "ask"),
  ({ isSaved }) => !isSaved && step("wait", "Saving", "plain"),
  ({ approval }) => approval.isNeeded && people(approval),
  ({ may }) => (may.schedule ? step("schedule", "Schedule", "primary") : step("none", "An editor schedules", "plain")),
];

function people({ state, who }: GateState["approval"]): Step | null {
  if (state === "given") return null;
  if (state === "returned") return step("read-return", who ? `Read what ${who} says` : "Read what came back", "ask");
  if (state === "asked") return step("remind", who ? `Remind ${who}` : "Remind them", "plain");
  if (who === null) return step("choose-approver", "Choose who approves", "plain");
  return state === "lapsed" ? step("ask", `Ask ${who} again`, "primary") : step("ask", `Ask ${who} to approve`, "primary");
}

export function nextStep(state: GateState): Step {
  // Whoever was asked, and may approve, is offered just that, once nothing is left to fix.
  const isMine = state.approval.isNeeded && state.approval.state === "asked" && state.may.approve;
  for (const row of rows) {
    const found = row(state);
    if (!found) continue;
    return isMine && found.kind === "remind" ? step("approve", "Approve", "primary") : found;
  }
  return step("none", "Nothing to do", "plain");
}

/** What the bar says beside the shape. */
export function verdictWords({ check, mustChange, unanswered, isEmpty }: Pick<GateState, "check" | "mustChange" | "unanswered" | "isEmpty">, when?: string): { kind: Verdict | "wait"; title: string; detail?: string } {
  const more = unanswered > 0 ? `${unanswered} more ask${unanswered === 1 ? "s" : ""} for an answer` : "Everything else may stand";
  if (check === "failed") return { kind: "stop", title: "Not checked: held", detail: "The check did not finish, so the post is held. Nothing was lost." };
  if (isEmpty && mustChange + unanswered === 0) return { kind: "wait", title: "Nothing written yet", detail: "The check reads along" };
  if (check === "reading" && mustChange + unanswered === 0) return { kind: "wait", title: "Reading", detail: "The rules of the place come first" };
  if (mustChange > 0) return { kind: "stop", title: `Stop: ${mustChange} must change`, detail: more };
  if (unanswered > 0) return { kind: "question", title: `Question: ${unanswered} ask${unanswered === 1 ? "s" : ""} for an answer`, detail: "Change the words, or say why they stand" };
  return { kind: "clear", title: "Clear", detail: when ?? "Nothing to say" };
}
