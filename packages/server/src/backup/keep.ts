/** Which automatic backups stay: the last of each of seven days and of each of four weeks, by names that are their times. */
export interface Backup { name: string; at: Date }

const DAYS = 7, WEEKS = 4, DAY = 86_400_000;
/** The day that the number of days since 1970 counts from was a Thursday; weeks begin on Monday. */
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY), weekOf = (at: Date): number => Math.floor((dayOf(at) + 3) / 7);

export const nameOf = (at: Date): string => `desk-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z.tar.gz`;

export function backupNamed(name: string): Backup | undefined {
  const found = /^desk-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.tar\.gz$/.exec(name), at = new Date(found ? `${found[1]}T${found[2]}:${found[3]}:${found[4]}Z` : Number.NaN);
  return Number.isNaN(at.getTime()) ? undefined : { name, at };
}

/** Names of those that are no longer needed. Days and weeks without a backup do not count, so an idle desk keeps its old ones. */
export function toRemove(backups: Backup[]): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const lastOfEach = (span: (at: Date) => number, most: number): Backup[] => [...Map.groupBy(newestFirst, ({ at }) => span(at)).values()].slice(0, most).map(([last]) => last!);
  const stays = new Set([...lastOfEach(dayOf, DAYS), ...lastOfEach(weekOf, WEEKS)]);
  return newestFirst.filter((backup) => !stays.has(backup)).map(({ name }) => name);
}
