import { randomUUID } from "node:crypto";
import { pillar } from "@chaperone/engine";
import { pack } from "@chaperone/rules";
import { expect, test } from "vitest";
import { aDesk } from "../../test-support/a-practice.ts";
import { describeOnEach } from "../../test-support/on-each.ts";
import { asDesk } from "../database/tenant.ts";
import type { Desk } from "../desk.ts";
import type { Actor } from "../http/actor.ts";
import { inPractice } from "../http/mount.ts";
import { postOf } from "../posts/view.ts";
import { walk } from "../record/verify.ts";
import { linksOf } from "../record/store.ts";
import { loadDemo, removeDemo } from "./demo.ts";
import { POSTS } from "./posts.ts";
import { PEOPLE } from "./practice.ts";

async function anOwner(desk: Desk, name = "Ada Owner"): Promise<Actor> {
  const id = randomUUID();
  await asDesk(desk.database.db, (tx) => tx.insertInto("user").values({ id, name, email: `${id}@example.com`, image: null }).execute());
  return { kind: "person", id, name, person: id };
}

test("every pillar is the proposed one, or says why it is not", () => {
  const odd = POSTS.filter((post) => pillar({ text: post.text, surface: "post" }, pack()).pillar !== post.pillar && !post.because);
  expect(odd.map(({ title }) => title)).toEqual([]);
});

describeOnEach("the demo practice", (open) => {
  test("each post stands where its story says, at a time that fits", async () => {
    const desk = await aDesk(await open()), owner = await anOwner(desk), practice = await loadDemo(desk, owner);
    const all = await inPractice(desk, owner, practice, "see", async ({ tx }) => {
      const rows = await tx.selectFrom("posts").select(["id", "title"]).execute();
      return Promise.all(rows.map(async ({ id, title }) => [title, await postOf(tx, practice, id)] as const));
    });
    const byTitle = new Map(all);
    expect(byTitle.size).toBe(POSTS.length);
    for (const { title, fate, check, on, reasons = [] } of POSTS) {
      const post = byTitle.get(title)!, now = Date.now();
      expect([title, post.state], title).toEqual([title, fate]);
      if (check) expect([title, post.verdict], title).toEqual([title, check]);
      if (["published", "scheduled", "waiting"].includes(fate)) expect([title, post.verdict], title).toEqual([title, reasons.length > 0 ? "question" : "clear"]);
      expect(post.publications.map(({ state }) => state), title).toEqual(["published", "scheduled"].includes(fate) ? on.map(() => fate) : []);
      if (fate === "published") expect(new Date(post.publishedAt!).getTime(), title).toBeLessThan(now);
      if (fate === "scheduled") expect(new Date(post.plannedFor!).getTime(), title).toBeGreaterThan(now);
      expect(post.updatedAt <= new Date().toISOString(), title).toBe(true);
    }
    const record = await walk(linksOf(desk.database.db, practice));
    expect(record).toMatchObject({ isIntact: true });
    const times = (await desk.database.db.selectFrom("record").select("at").where("practice", "=", practice).orderBy("seq").execute()).map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });

  test("there is one at a time; it goes without a trace, and comes again", async () => {
    const desk = await aDesk(await open()), owner = await anOwner(desk);
    await loadDemo(desk, owner);
    await expect(loadDemo(desk, owner)).rejects.toMatchObject({ problem: { code: "already-done" } });
    await expect(removeDemo(desk, await anOwner(desk, "Somebody else"))).rejects.toMatchObject({ problem: { code: "not-found" } });
    await removeDemo(desk, owner);
    const left = await asDesk(desk.database.db, async (tx) => ({
      practices: await tx.selectFrom("practices").select("id").execute(), posts: await tx.selectFrom("posts").select("id").execute(), record: await tx.selectFrom("record").select("seq").execute(),
      people: await tx.selectFrom("user").select("id").where("email", "in", Object.values(PEOPLE).map(({ email }) => email)).execute(),
    }));
    expect(left).toEqual({ practices: [], posts: [], record: [], people: [] });
    await removeDemo(desk, owner);
    await loadDemo(desk, owner);
  });

  test("opened at any hour, what is due today lies ahead and what went out lies behind", async () => {
    for (const hour of [0, 13, 23]) {
      // The database has a clock of its own, which nothing may be scheduled before.
      const now = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000 + hour * 3_600_000), desk = await aDesk(await open(), { now: () => now }), practice = await loadDemo(desk, await anOwner(desk));
      const slots = await desk.database.db.selectFrom("publications").select(["state", "at"]).where("practice", "=", practice).execute();
      for (const { state, at } of slots) expect([state, at > now.toISOString()]).toEqual([state, state === "scheduled"]);
    }
  });
});
