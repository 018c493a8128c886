import type { Handlers } from "../http/asking.ts";
import { approvalsIn } from "./approvals.ts";
import { calendarIn } from "./calendar.ts";
import { aimsOf, planIn } from "./store.ts";
import { todayIn } from "./today.ts";

export const plan: Handlers<"plan"> = {
  today: (inside) => todayIn(inside),
  calendar: ({ query, ...inside }) => calendarIn(inside, query),
  show: async (inside) => planIn(inside, await aimsOf(inside)),
  approvals: (inside) => approvalsIn(inside),
};
