/** The law does not change under a page: what was read stays until the desk is started anew. */
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

const staleTime = 10 * 60_000;
export const topicsQuery = queryOptions({ queryKey: ["rules"], queryFn: () => api.rules.topics(), staleTime });
export const ruleQuery = (topic: string, rule: string) => queryOptions({ queryKey: ["rules", topic, rule], queryFn: () => api.rules.show({ params: { topic, rule } }), staleTime });
export const statesQuery = queryOptions({ queryKey: ["states"], queryFn: () => api.rules.states(), staleTime });
export const stateQuery = (state: string) => queryOptions({ queryKey: ["states", state], queryFn: () => api.rules.state({ params: { state } }), staleTime });

/** How many provisions are held of each, for the map's shades. */
export const countsOf = (states: readonly { code: string; provisions: number }[] = []): Record<string, number> => Object.fromEntries(states.map(({ code, provisions }) => [code, provisions]));
