import { client, Refused } from "@chaperone/contract";
import { queryClient } from "./query.ts";
import { deskAnswered, deskWasSilent } from "./reach.ts";

/** The desk, in the shape of the contract's table. */
export const api = client({
  fetch: async (url, init) => {
    const response = await fetch(url, init).catch((error: unknown) => { if (!init?.signal?.aborted) deskWasSilent(); throw error; });
    // What stands before a desk that is away answers in its place.
    if (response.status === 502 || response.status === 504) deskWasSilent();
    else deskAnswered();
    // Somewhere the session ended: whoever asks next is told by `useMe`, which sends to the sign-in and back.
    if (response.status === 401 && queryClient.getQueryData(["me"])) void queryClient.invalidateQueries({ queryKey: ["me"] });
    return response;
  },
});

/** What a person is told when something did not work: what happened, and what to do next. */
export function inWords(error: unknown): { says: string; next: string } {
  if (error instanceof Refused) return { says: error.problem.detail ?? error.problem.title, next: error.problem.next };
  if (error instanceof Error) return { says: error.message, next: "Try again in a moment." };
  return { says: "Something went wrong. Nothing was lost.", next: "Try again in a moment." };
}
