import type { PostState, PostSummary, Today } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { type Posts, summariesFor, summariesOf } from "../posts/summaries.ts";
import { addDays, dayOf, startOf } from "./days.ts";
import { ideaOf } from "./ideas.ts";
import { leastHeard } from "./share.ts";
import { aimsOf, planIn } from "./store.ts";
import { waitingIn } from "./waiting.ts";

const MOST = 6, HELD = 50;

/** What today asks for: first what needs a person, then what goes by itself. */
export async function todayIn(inside: Inside): Promise<Today> {
  const { tx, practice, now } = inside, aims = await aimsOf(inside), zone = aims.timeZone, date = dayOf(now.toISOString(), zone), tonight = startOf(addDays(date, 1), zone);
  const some = (states: PostState[], narrow: (posts: Posts) => Posts): Promise<PostSummary[]> => summariesOf(tx, practice, (posts) => narrow(posts.where("state", "in", states)));
  const held = await some(["held"], (posts) => posts.orderBy("planned_for").orderBy("id").limit(HELD));
  const goingOut = await some(["scheduled", "published"], (posts) => posts.where("planned_for", ">=", startOf(date, zone)).where("planned_for", "<", tonight).orderBy("planned_for").orderBy("id"));
  const next = await some(["scheduled", "approved", "waiting"], (posts) => posts.where("planned_for", ">=", tonight).orderBy("planned_for").orderBy("id").limit(MOST));
  const drafts = await some(["returned", "draft"], (posts) => posts.orderBy("state", "desc").orderBy("updated_at", "desc").limit(MOST));
  const waitingForMe = await summariesFor(tx, practice, (await waitingIn(inside)).mine), plan = await planIn(inside, aims);
  const idea = ideaOf({ specialty: aims.specialty, day: date, pillar: leastHeard(plan.share) });
  const isEmpty = await tx.selectFrom("posts").select("id").where("practice", "=", practice).where("deleted_at", "is", null).limit(1).executeTakeFirst() === undefined;
  return { date, held, goingOut, waitingForMe, next, drafts, plan, idea: idea && { text: idea.text, pillar: idea.pillar }, isEmpty };
}
