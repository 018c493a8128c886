/** At every start: what the database holds against what the journal does. */
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import { append } from "./record.ts";
import type { Written } from "./journal.ts";
import { standingOf } from "./verify.ts";
import { FIRST } from "./chain.ts";

/** Catches the journal up where a crash came between the two, and where the database lost entries, says so in the log and in the record, for good. */
export async function compareWithJournal(desk: Pick<Desk, "database" | "journal" | "log" | "now">): Promise<void> {
  const heads = await desk.journal.heads();
  if (!heads) return;
  const written = await asDesk(desk.database.db, async (tx) => {
    const missing: Written[] = [];
    for (const { id } of await tx.selectFrom("practices").select("id").execute()) {
      const last = await tx.selectFrom("record").select(["seq", "hash"]).where("practice", "=", id).orderBy("seq", "desc").limit(1).executeTakeFirst();
      const stands = { entries: Number(last?.seq ?? 0), head: last?.hash ?? FIRST }, journal = heads.get(id), standing = standingOf(stands, journal, true);
      if (standing === "behind") {
        const rows = await tx.selectFrom("record").select(["seq", "entry", "prev", "hash"]).where("practice", "=", id).where("seq", ">", journal?.seq ?? 0).orderBy("seq").execute();
        missing.push(...rows.map((row) => ({ practice: id, ...row, seq: Number(row.seq) })));
      } else if (standing === "ahead" && journal) {
        desk.log.error({ practice: id, database: stands.entries, journal: journal.seq }, "the database lost entries of the record that the journal holds");
        missing.push(await append(tx, id, { kind: "desk", id: "desk", name: "The desk" }, desk.now(), { action: "record.gap", about: { kind: "record", id }, facts: { database: stands.entries, journal: journal.seq, lost: journal.hash } }));
      }
    }
    return missing;
  });
  await desk.journal.write(written);
}
