import type { PostSummary } from "@chaperone/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "../../lib/api.ts";
import { useHere } from "../../lib/session.ts";
import { isCertain, momentOf } from "../../lib/standing.ts";
import { passes, type Seen } from "./address.ts";
import { byDay, daysOf, spanOf, usualTime } from "./days.ts";

/** What stands on the days that are seen. While the next ones are on their way, `isWaiting`, the days are already drawn. */
export function useCalendar(seen: Seen) {
  const { id, timeZone: zone } = useHere(), days = daysOf(seen.view, seen.on), { from, to } = spanOf(days, zone);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ["practice", id, "calendar", from, to], placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.plan.calendar({ params: { practice: id }, query: { from, to } }, signal),
  });
  const may = (post: PostSummary): boolean => passes(post, seen);
  const posts = byDay((data?.posts ?? []).filter(may), momentOf, zone), shown = days.flatMap((day) => posts.get(day) ?? []);
  const usual = useMemo(() => usualTime((data?.posts ?? []).flatMap(({ plannedFor }) => plannedFor ?? []), zone), [data, zone]);
  return {
    days, posts, usual, plan: data?.plan, unplanned: (data?.unplanned ?? []).filter(may), certain: shown.filter(isCertain).length, waiting: shown.filter((post) => !isCertain(post)).length,
    plannedFor: (post: string) => data?.posts.find((one) => one.id === post)?.plannedFor ?? null,
    isWaiting: !data || isPlaceholderData, error: data ? null : error, refetch,
  };
}
