import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test } from "vitest";
import { describeOnEach } from "../../test-support/on-each.ts";
import { jobsIn } from "./jobs.ts";
import type { OpenDatabase } from "./open.ts";
import { asDesk, asPerson } from "./tenant.ts";

const GLOW = "1c0a7cbe-5a1b-4d53-9d0c-2a6f3c9f0001";

async function queue({ jobs }: OpenDatabase): Promise<PgBoss> {
  const boss = new PgBoss({ ...jobs, supervise: false, schedule: false });
  boss.on("error", () => {});
  onTestFinished(() => boss.stop({ graceful: false }));
  await boss.start();
  await boss.createQueue("remind");
  return boss;
}

describeOnEach("Jobs", (open) => {
  test("a job sent in a transaction exists exactly when it commits, and the rest of the transaction is still the person's", async () => {
    const database = await open(), boss = await queue(database);
    await asPerson(database.db, { practice: GLOW, person: "anna" }, async (tx) => {
      await boss.send("remind", { post: 1 }, { db: jobsIn(tx) });
      expect(await tx.selectNoFrom((eb) => eb.fn<string>("current_setting", [eb.val("role")]).as("role")).executeTakeFirst()).toEqual({ role: "chaperone_app" });
    });
    await asDesk(database.db, (tx) => boss.send("remind", { post: 2 }, { db: jobsIn(tx) }));
    await asDesk(database.db, async (tx) => { await boss.send("remind", { post: 3 }, { db: jobsIn(tx) }); throw new Error("undo"); }).catch(() => {});
    const found = await boss.fetch<{ post: number }>("remind", { batchSize: 10 });
    expect(found.map((job) => job.data.post).toSorted()).toEqual([1, 2]);
    await boss.complete("remind", found.map((job) => job.id));
    expect(await boss.fetch("remind")).toEqual([]);
  });

  test("a refusal in the queue does not disturb anybody's transaction", async () => {
    const database = await open(), boss = await queue(database);
    const work = Promise.all(Array.from({ length: 10 }, () => asDesk(database.db, (tx) => boss.send("remind", {}, { db: jobsIn(tx) }))));
    await expect(boss.send("nobody-made-this-queue", {})).rejects.toThrow();
    await work;
    expect(await boss.fetch("remind", { batchSize: 20 })).toHaveLength(10);
  });
});
