/** What the bar says to whoever decides: a question that has its answer is theirs to weigh, a stop is not theirs to pass over. */
import type { Post } from "@chaperone/contract";

export interface Judged { kind: "clear" | "question" | "stop"; title: string; detail: string }

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export function judged({ receipt, content, overrides, version }: Pick<Post, "receipt" | "content" | "overrides" | "version">): Judged {
  if (!receipt) return { kind: "stop", title: "Not checked: held", detail: "The check did not finish, so the post is held" };
  const letStand = new Set(overrides.filter((one) => one.granted === true && one.version === version).map(({ rule }) => rule));
  const stops = receipt.findings.filter(({ severity }) => severity === "stop"), open = stops.filter(({ rule }) => !letStand.has(rule));
  const questions = receipt.findings.filter(({ severity }) => severity === "question"), unanswered = questions.filter(({ rule }) => !content.reasons.some((one) => one.rule === rule));
  if (open.length > 0) return { kind: "stop", title: `Stop: ${open.length} must change`, detail: "Or a second person lets it stand, with a reason" };
  if (unanswered.length > 0) return { kind: "question", title: `Question: ${counted(unanswered.length, "asks", "ask")} for an answer`, detail: "The author has not answered yet" };
  if (stops.length > 0) return { kind: "question", title: `Stop: ${counted(stops.length, "exception", "exceptions")}`, detail: "A second person let it stand" };
  if (questions.length > 0) return { kind: "question", title: `Question: ${counted(questions.length, "answer", "answers")} to weigh`, detail: "Agree with the reasons, or return it" };
  return { kind: "clear", title: "Clear", detail: "Nothing to say" };
}
