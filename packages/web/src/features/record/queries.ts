import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export interface Narrowed { action?: string; post?: string }

export const recordQuery = (practice: string, narrowed: Narrowed) => infiniteQueryOptions({
  queryKey: ["practice", practice, "record", narrowed],
  queryFn: ({ pageParam }) => api.record.list({ params: { practice }, query: { ...narrowed, limit: 50, ...(pageParam === null ? {} : { before: pageParam }) } }),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }) => next,
});

/** The whole chain is walked on the desk, so it is asked for on purpose and not with every visit. */
export const verifyQuery = (practice: string) => queryOptions({
  queryKey: ["practice", practice, "record", "verified"],
  queryFn: async () => ({ ...await api.record.verify({ params: { practice } }), at: new Date().toISOString() }),
  staleTime: 5 * 60_000, refetchOnWindowFocus: false,
});

