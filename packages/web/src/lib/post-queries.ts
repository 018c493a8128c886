import { queryOptions } from "@tanstack/react-query";
import { api } from "./api.ts";

export const postQuery = (practice: string, post: string) => queryOptions({ queryKey: ["practice", practice, "post", post], queryFn: () => api.posts.show({ params: { practice, post } }) });
export const versionsQuery = (practice: string, post: string) => queryOptions({ queryKey: ["practice", practice, "post", post, "versions"], queryFn: () => api.posts.versions({ params: { practice, post } }) });
export const membersQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "members"], queryFn: () => api.members.list({ params: { practice } }) });
export const houseRulesQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "house-rules"], queryFn: () => api.houseRules.list({ params: { practice } }) });
export const connectionsQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "connections"], queryFn: () => api.connections.list({ params: { practice } }) });
