import { ButtonLink } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import { dayAndTime } from "../../lib/dates.ts";
import { firstName, placeOf, titleOf } from "../../lib/standing.ts";
import type { Decided } from "./use-decide.ts";

/** What came of the decision, in a sentence, with the step that is left. */
export function Done({ decided: { decision, post }, zone }: { decided: Decided; zone: string }) {
  const title = `“${titleOf(post)}”`, author = firstName(post.author.name);
  const goes = post.state === "scheduled" && post.plannedFor ? `It goes out ${dayAndTime(post.plannedFor, zone)}.` : post.state === "approved" ? "It needs a time." : post.state === "waiting" ? "One more person is asked." : "";
  const says = { approved: `${title} is approved. ${goes}`, returned: `${title} is returned. ${author} reads your note.`, granted: `The exception for ${title} stands. ${goes}`, refused: `The exception for ${title} is refused. The words must change.` }[decision];
  return <Notice kind={decision === "approved" || decision === "granted" ? "clear" : "note"} actions={post.state === "scheduled" ? <ButtonLink low kind="quiet" href={`/posts/${post.id}`}>Where it goes</ButtonLink> : <ButtonLink low kind="quiet" href={placeOf(post)}>Open it</ButtonLink>}>{says}</Notice>;
}
