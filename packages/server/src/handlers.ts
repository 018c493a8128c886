import { type Route, routes } from "@chaperone/contract";
import type { AllHandlers } from "./http/asking.ts";
import { Refusal } from "./http/refusal.ts";
import { demo } from "./demo/routes.ts";
import { keys } from "./keys/routes.ts";
import { invitations } from "./people/invitations.ts";
import { members } from "./people/members.ts";
import { desk, me } from "./people/routes.ts";
import { plan } from "./plan/routes.ts";
import { posts, publications } from "./posts/routes.ts";
import { channels } from "./practices/channels.ts";
import { houseRules } from "./practices/house-rules.ts";
import { practices, providers } from "./practices/routes.ts";
import { record } from "./record/routes.ts";
import { rules } from "./rules/routes.ts";
import { webhooks } from "./webhooks/routes.ts";

const ready: Partial<AllHandlers> = { desk, me, invitations, members, keys, practices, providers, channels, houseRules, plan, posts, publications, record, rules, webhooks, demo };

/** While a feature is being written its routes say so. */
const notYet = (entries: Record<string, Route>): object => Object.fromEntries(Object.keys(entries).map((name) => [name, () => Promise.reject(new Refusal("not-ready"))]));

export const handlers = Object.fromEntries(Object.entries(routes).map(([group, entries]) => [group, ready[group as keyof AllHandlers] ?? notYet(entries)])) as unknown as AllHandlers;
