import type { Provider } from "@chaperone/contract";

export interface Expiry { what: string; day: string; isOver: boolean }

const SOON = 60;
const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** What has run out or will within two months, the most pressing first. What is over must not be claimed any more. */
export function expiriesOf({ licenceExpires, boards }: Pick<Provider, "licenceExpires" | "boards">, today: string): Expiry[] {
  const dated = [{ what: "License", expires: licenceExpires }, ...boards.map(({ name, expires }) => ({ what: name, expires }))];
  return dated.flatMap(({ what, expires }) => expires !== null && expires <= addDays(today, SOON) ? [{ what, day: expires, isOver: expires < today }] : []).sort((a, b) => a.day.localeCompare(b.day));
}
