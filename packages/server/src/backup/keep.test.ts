import fc from "fast-check";
import { expect, test } from "vitest";
import { type Backup, backupNamed, nameOf, toRemove } from "./keep.ts";

const backupAt = (at: string): Backup => ({ name: nameOf(new Date(at)), at: new Date(at) });
const staying = (backups: Backup[]): string[] => { const gone = new Set(toRemove(backups)); return backups.map(({ name }) => name).filter((name) => !gone.has(name)); };

test("a name is its time", () => {
  expect(nameOf(new Date("2026-11-24T03:04:05.678Z"))).toBe("desk-2026-11-24T030405Z.tar.gz");
  expect(backupNamed("desk-2026-11-24T030405Z.tar.gz")?.at.toISOString()).toBe("2026-11-24T03:04:05.000Z");
  for (const other of ["desk-2026-13-24T030405Z.tar.gz", "notes.txt", "desk-2026-11-24T030405Z.tar.gz.4711"]) expect(backupNamed(other)).toBeUndefined();
});

test("a daily backup for two months leaves seven days and four weeks", () => {
  const daily = Array.from({ length: 60 }, (_, day) => backupAt(new Date(Date.UTC(2026, 8, 26 + day, 3)).toISOString()));
  expect(staying(daily).map((name) => name.slice(5, 15))).toEqual(["2026-11-08", "2026-11-15", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-24"]);
});

test("of one day the last stays, and an idle desk keeps what it has", () => {
  expect(staying([backupAt("2026-11-24T01:00:00Z"), backupAt("2026-11-24T09:00:00Z")])).toEqual(["desk-2026-11-24T090000Z.tar.gz"]);
  expect(toRemove([backupAt("2020-01-01T00:00:00Z"), backupAt("2026-11-24T00:00:00Z")])).toEqual([]);
});

test("whatever there is, the newest stays and no more than eleven do", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 400 * 24 }), { minLength: 1, maxLength: 80 }), (hours) => {
    const backups = [...new Set(hours)].map((hour) => backupAt(new Date(Date.UTC(2026, 0, 1, hour)).toISOString())), stays = staying(backups);
    expect(stays.length).toBeLessThanOrEqual(11);
    expect(stays).toContain(backups.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]!.name);
  }));
});
