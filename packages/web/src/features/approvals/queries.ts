import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export const approvalsQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "approvals"], queryFn: () => api.plan.approvals({ params: { practice } }), refetchInterval: 60_000 });
