import type { Calendar } from "@chaperone/contract";

/** The calendar as it will stand once the desk has agreed: the post at its new time, or among those without one. */
export function withMoved(calendar: Calendar, id: string, at: string | null): Calendar {
  const planned = calendar.posts.find((post) => post.id === id), unplanned = calendar.unplanned.find((post) => post.id === id), post = planned ?? unplanned;
  if (!post) return calendar;
  const others = { posts: calendar.posts.filter((other) => other.id !== id), unplanned: calendar.unplanned.filter((other) => other.id !== id) };
  if (at === null) return { ...calendar, posts: others.posts, unplanned: [{ ...post, plannedFor: null }, ...others.unplanned] };
  const publications = (planned?.publications ?? []).map((publication) => publication.state === "published" ? publication : { ...publication, at });
  return { ...calendar, unplanned: others.unplanned, posts: [...others.posts, { ...post, plannedFor: at, publications }] };
}
