/** Who is here, and at which practice. */
import { type Me, type Permission, Refused, roleMay } from "@chaperone/contract";
import { queryOptions, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { api } from "./api.ts";
import { queryClient } from "./query.ts";

export type MyPractice = Me["practices"][number];

export const deskQuery = queryOptions({ queryKey: ["desk"], queryFn: () => api.desk.show(), staleTime: 60_000 });
/** Null when nobody is signed in. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => api.me.show().catch((error: unknown) => { if (error instanceof Refused && error.problem.status === 401) return null; throw error; }),
});
export const practiceQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice], queryFn: () => api.practices.show({ params: { practice } }) });
export const channelsQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "channels"], queryFn: () => api.channels.list({ params: { practice } }) });

export const todayQuery = (practice: string) => queryOptions({ queryKey: ["practice", practice, "today"], queryFn: () => api.plan.today({ params: { practice } }), refetchInterval: 60_000 });

export const useDesk = () => useQuery(deskQuery);
export const useMe = () => useQuery(meQuery);

// The practice last worked at, in this browser.
const KEPT = "chaperone.practice";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener); }; };
const kept = (): string | null => { try { return localStorage.getItem(KEPT); } catch { return null; } };

export function choosePractice(id: string): void {
  try { localStorage.setItem(KEPT, id); } catch { /* a private window forgets; the first practice is taken then */ }
  for (const listener of listeners) listener();
}

/** The practice at hand and the role in it; undefined while nobody is signed in or belongs to none. */
export function useMyPractice(): MyPractice | undefined {
  const { data: me } = useQuery(meQuery), chosen = useSyncExternalStore(subscribe, kept);
  return me?.practices.find(({ id }) => id === chosen) ?? me?.practices[0];
}

/** For pages behind the sign-in, where there is always one. */
export function useHere(): MyPractice & { may(permission: Permission): boolean } {
  const mine = useMyPractice();
  if (!mine) throw new Error("This page needs a practice.");
  return { ...mine, may: (permission) => roleMay(mine.role, permission) };
}
export const usePractice = () => useSuspenseQuery(practiceQuery(useHere().id)).data;
export const useChannels = () => useSuspenseQuery(channelsQuery(useHere().id)).data;

/** After anything that changes posts: what lists and counts them is asked for anew. */
export const postsChanged = (practice: string): Promise<void> => queryClient.invalidateQueries({ queryKey: ["practice", practice] });

/** Ends the session here and forgets what was read; drafts that were not sent yet stay in this browser. */
export async function signOut(): Promise<void> {
  await fetch("/api/auth/sign-out", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  queryClient.clear();
  location.assign("/sign-in");
}
