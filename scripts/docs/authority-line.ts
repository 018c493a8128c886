/** How a provision is named on a page: whose it is, where it stands, how we know it. */
import type { Provision } from "./input.ts";
import { count, link, prose } from "./markdown.ts";

const MARKS = { read: "read", copy: "read in a copy", recalled: "recalled, not read" } as const;

export function mark(provision: Provision): string {
  return `${MARKS[provision.known]}, as of ${provision.asOf}`;
}

export function authorityLine(provision: Provision): string {
  const whose = provision.authority === undefined ? "" : `${prose(provision.authority)}: `;
  return `${whose}${link(provision.citation, provision.url)} (${mark(provision)})`;
}

/** “P3Y” as a person says it. The law's periods are whole years, months or days. */
export function period(duration: string): string {
  const [, years, months, days] = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(duration) ?? [];
  const parts = [[years, "year"], [months, "month"], [days, "day"]] as const;
  const said = parts.flatMap(([number, thing]) => (number === undefined ? [] : [count(Number(number), thing)]));
  return said.length === 0 ? duration : said.join(" and ");
}
