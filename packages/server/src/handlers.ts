import type { AllHandlers } from "./http/asking.ts";
import { connections } from "./connections/routes.ts";
import { demo } from "./demo/routes.ts";
import { keys } from "./keys/routes.ts";
import { invitations } from "./people/invitations.ts";
import { members } from "./people/members.ts";
import { desk, me } from "./people/routes.ts";
import { plan } from "./plan/routes.ts";
import { posts } from "./posts/routes.ts";
import { channels } from "./practices/channels.ts";
import { houseRules } from "./practices/house-rules.ts";
import { practices, providers } from "./practices/routes.ts";
import { publications } from "./publishing/routes.ts";
import { record } from "./record/routes.ts";
import { rules } from "./rules/routes.ts";
import { webhooks } from "./webhooks/routes.ts";

/** One group of handlers for each group of the table. */
export const handlers: AllHandlers = { desk, me, invitations, members, practices, providers, channels, connections, houseRules, posts, publications, plan, record, rules, keys, webhooks, demo };
