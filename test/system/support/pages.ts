/** Every page of the app, for whoever looks at all of them. */
import type { Caller } from "./caller.ts";

export interface PageToSee { name: string; path: string }

/** Pages that anybody sees. The first is only there until the desk has been set up. */
export const DOORS: PageToSee[] = [{ name: "sign-in", path: "/sign-in" }, { name: "not-found", path: "/no-such-page" }];

export const SETTINGS = ["practice", "providers", "position", "plan", "channels", "house-rules", "members", "keys", "webhooks", "account", "appearance", "demo"];

/** Pages behind the sign-in, with a post in each state that Compose shows differently. */
export async function roomPages(api: Caller, practice: string): Promise<PageToSee[]> {
  const { list } = await api.posts.list({ params: { practice }, query: { limit: 200 } });
  const one = (state: string): PageToSee[] => list.filter((post) => post.state === state).slice(0, 1).map(({ id }) => ({ name: `compose-${state}`, path: `/compose/${id}` }));
  return [
    { name: "today", path: "/" }, { name: "compose-new", path: "/compose" },
    ...["draft", "held", "waiting", "returned", "approved", "scheduled", "published"].flatMap(one),
    { name: "calendar-month", path: "/calendar?view=month" }, { name: "calendar-week", path: "/calendar?view=week" }, { name: "calendar-list", path: "/calendar?view=list" },
    { name: "approvals", path: "/approvals" }, { name: "rules", path: "/rules" }, { name: "rule", path: "/rules/outcome-guarantee/no-risk" }, { name: "state", path: "/rules/states/FL" }, { name: "record", path: "/record" },
    { name: "settings", path: "/settings" }, ...SETTINGS.map((section) => ({ name: `settings-${section}`, path: `/settings/${section}` })),
  ];
}
