import type { PublicationView } from "@chaperone/contract";
import { queryOptions } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

const SOON_MS = 120_000, OFTEN_MS = 2_500, NOW_AND_THEN_MS = 30_000;
const MOVING: readonly PublicationView["state"][] = ["preparing", "prepared", "committing", "unknown"];

/** While something is on its way one wants to see it arrive. */
export const paceOf = (publications: readonly PublicationView[], now: number): number =>
  publications.some(({ state, at, can }) => MOVING.includes(state) || (state === "scheduled" && can.publish && Date.parse(at) - now < SOON_MS)) ? OFTEN_MS : NOW_AND_THEN_MS;

export const publicationsQuery = (practice: string, post: string) => queryOptions({
  queryKey: ["practice", practice, "post", post, "publications"], queryFn: () => api.publications.ofPost({ params: { practice, post } }),
  refetchInterval: ({ state: { data } }) => data ? paceOf(data.publications, Date.now()) : false,
});
