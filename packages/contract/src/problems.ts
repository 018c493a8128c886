/** What can go wrong that a person can do something about. Codes are promises; words may change. RFC 9457. */
export const PROBLEMS = {
  "invalid-request": { status: 400, title: "The request does not have the expected shape.", next: "See errors for what was expected where." },
  "not-signed-in": { status: 401, title: "Nobody is signed in.", next: "Sign in and try again; what you wrote is kept in this browser." },
  "wrong-sign-in": { status: 401, title: "The address and the password do not belong together.", next: "Try again, or ask an owner to invite you." },
  "not-allowed": { status: 403, title: "Your role does not allow this.", next: "Ask an owner of the practice." },
  "not-found": { status: 404, title: "There is nothing here that you may see.", next: "Check the address, or go back to Today." },
  "changed-elsewhere": { status: 409, title: "Someone else changed this in the meantime.", next: "Compare both and keep what you want; nothing was lost." },
  "already-done": { status: 409, title: "This has been done already.", next: "Load the page again to see how it stands." },
  "needs-review": { status: 409, title: "The check says stop.", next: "Change the marked words, or ask a second authorized person to override with a reason." },
  "needs-reason": { status: 409, title: "A question is still open.", next: "Give a reason for each question, or change the words." },
  "needs-approval": { status: 409, title: "It has not been approved by enough people.", next: "Ask someone who may approve." },
  "own-post": { status: 409, title: "The author cannot approve this one.", next: "Ask another person who may approve." },
  "old-version": { status: 409, title: "This is not the current version any more.", next: "Look at the current version and decide on that one." },
  "slot-passed": { status: 409, title: "The planned time has passed.", next: "Choose a new time." },
  "not-checked": { status: 409, title: "The check did not finish, so the post is held. Nothing was lost.", next: "Check again." },
  "rules-changed": { status: 409, title: "The rules have changed since this was checked.", next: "Check again, then approve what has changed." },
  "on-its-way": { status: 409, title: "It is on its way out.", next: "Wait until the network has answered, then load the page again." },
  "network-refused": { status: 422, title: "The network did not do it.", next: "Do what it says, then try again." },
  "sign-in-over": { status: 410, title: "This sign-in has been used or has run out.", next: "Begin again on the Connections page." },
  "last-owner": { status: 409, title: "A practice keeps at least one owner.", next: "Make someone else an owner first." },
  "invalid-rule": { status: 422, title: "The rule cannot be read.", next: "See errors for the place and the fix." },
  "invitation-over": { status: 410, title: "This invitation has been used, withdrawn or has run out.", next: "Ask for a new one." },
  "already-set-up": { status: 409, title: "The desk has been set up already.", next: "Sign in." },
  "forbidden-address": { status: 422, title: "The desk does not call this address.", next: "Use a public https address." },
  "too-large": { status: 413, title: "That is more than the desk takes in one piece.", next: "Send less at a time." },
  "too-many-requests": { status: 429, title: "That was too often.", next: "Wait a moment and try again." },
  "desk-error": { status: 500, title: "Something went wrong on our side. Nothing was lost.", next: "Try again; if it stays, give the request id to whoever runs the desk." },
  "not-ready": { status: 503, title: "The desk is starting or stopping.", next: "Try again in a moment." },
} as const satisfies Record<string, { status: number; title: string; next: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of every answer that is not a success, as `application/problem+json`. */
export interface Problem {
  type: string;
  code: ProblemCode;
  status: number;
  title: string;
  next: string;
  detail?: string;
  /** JSON Pointers into the request, each with one sentence. */
  errors?: { at: string; says: string }[];
  requestId?: string;
  /** For `changed-elsewhere`: how it stands on the desk. */
  theirs?: unknown;
}

export function problem(code: ProblemCode, more: Partial<Pick<Problem, "detail" | "errors" | "requestId" | "theirs">> = {}): Problem {
  return { type: `/api/problems/${code}`, code, ...PROBLEMS[code], ...more };
}
