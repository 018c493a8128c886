import { expect, test } from "vitest";
import { anOpenDoor, joins, PASSWORD } from "../../test-support/a-door.ts";
import { describeOnEach } from "../../test-support/on-each.ts";

describeOnEach("a key", (open) => {
  async function withKeys() {
    let now = new Date();
    const door = await anOpenDoor(await open(), { now: () => now }), { owner, practice, visit } = door, path = `/api/practices/${practice}/keys`;
    const make = async (more = {}) => (await owner.post(path, { name: "Nightly export", scopes: ["read"], expiresAt: null, ...more })).body as { key: { id: string; starts: string }; secret: string };
    const use = (secret: string, at = `/api/practices/${practice}`, method = "GET", body?: unknown) => visit().ask(method, at, body, { authorization: `Bearer ${secret}` });
    return { ...door, path, make, use, pass: (ms: number) => { now = new Date(now.getTime() + ms); } };
  }

  test("is shown once, kept as a hash, and opens what its scope says and nothing else", async () => {
    const { desk, owner, practice, path, make, use } = await withKeys(), { key, secret } = await make();
    expect(secret).toMatch(/^chap_[\w-]{43}$/);
    expect(secret.startsWith(key.starts)).toBe(true);
    expect(JSON.stringify([(await owner.get(path)).body, await desk.database.db.selectFrom("keys").selectAll().execute()])).not.toContain(secret);
    expect((await use(secret)).body).toMatchObject({ id: practice, name: "Seapine Aesthetics" });
    for (const [method, at, body] of [["PATCH", `/api/practices/${practice}`, { revision: 1, place: "Norfolk" }], ["GET", path], ["POST", path, { name: "Another", scopes: ["read"], expiresAt: null }], ["GET", "/api/me"], ["GET", `/api/practices/${practice}/members`], ["GET", `/api/practices/${practice}/record`]] as const) {
      expect((await use(secret, at, method, body)).status, `${method} ${at}`).toBe(403);
    }
  });

  test("opens its own practice, and not the other one of the same owner", async () => {
    const { owner, make, use } = await withKeys(), { secret } = await make({ scopes: ["read", "write", "schedule", "record"] });
    const { body } = await owner.post("/api/practices", { name: "Harbor Dental", states: ["MD"], specialty: "dentistry", place: "Annapolis, MD", timeZone: "America/New_York" });
    expect((await owner.get(`/api/practices/${body.id}`)).status).toBe(200);
    for (const part of ["", "/channels", "/record"]) expect((await use(secret, `/api/practices/${body.id}${part}`)).status, part).toBe(404);
  });

  test("ends when it is over, when it is revoked, and never worked when it was guessed", async () => {
    const { desk, owner, path, make, use, pass } = await withKeys();
    const short = await make({ expiresAt: new Date(desk.now().getTime() + 3_600_000).toISOString() }), long = await make();
    expect([(await use(short.secret)).status, (await use(long.secret)).status]).toEqual([200, 200]);
    pass(3_600_001);
    expect([(await use(short.secret)).status, (await use(long.secret)).status]).toEqual([401, 200]);
    expect((await owner.ask("DELETE", `${path}/${long.key.id}`)).status).toBe(204);
    expect([(await use(long.secret)).status, (await use(`chap_${"A".repeat(43)}`)).status]).toEqual([401, 401]);
    expect((await owner.ask("DELETE", `${path}/${long.key.id}`)).status).toBe(404);
    expect((await owner.post(path, { name: "Late", scopes: ["read"], expiresAt: new Date(desk.now().getTime() - 1).toISOString() })).body.errors).toEqual([{ at: "/expiresAt", says: "must be in the future" }]);
    expect((await desk.database.db.selectFrom("record").select("action").where("subject", "=", long.key.id).orderBy("seq").execute()).map(({ action }) => action)).toEqual(["key.made", "key.revoked"]);
  });

  test("is no better than its maker: it may no more than they may, and ends when they leave", async () => {
    const door = await withKeys(), { desk, owner, practice, path, use } = door;
    const dana = await joins(door, "dana@seapine.example", "owner", "Dana Whitlock"), { id } = (await dana.get("/api/me")).body.person;
    const { secret } = (await dana.post(path, { name: "Dana's script", scopes: ["read", "write"], expiresAt: null })).body;
    const write = async (): Promise<number> => (await use(secret, `/api/practices/${practice}/posts`, "POST", { title: "Sunscreen in November" })).status;
    expect(await write()).toBe(201);
    await owner.ask("PATCH", `/api/practices/${practice}/members/${id}`, { role: "viewer" });
    expect(await write()).toBe(403);
    await owner.ask("DELETE", `/api/practices/${practice}/members/${id}`);
    expect((await use(secret)).status).toBe(401);
    expect(await desk.database.db.selectFrom("keys").select("revoked_at").execute()).toEqual([{ revoked_at: null }]);
  });

  test("says when it was used last, at most once a minute", async () => {
    const { owner, path, make, use, pass, desk } = await withKeys(), { secret } = await make();
    const lastUse = async (): Promise<string | null> => (await owner.get(path)).body[0].lastUsedAt;
    expect(await lastUse()).toBe(null);
    await use(secret);
    const first = desk.now().toISOString();
    expect(await lastUse()).toBe(first);
    pass(30_000);
    await use(secret);
    expect(await lastUse()).toBe(first);
    pass(31_000);
    await use(secret);
    expect(await lastUse()).toBe(desk.now().toISOString());
  });

  test("is made by an owner, and not by a password alone", async () => {
    const door = await withKeys(), dana = await joins(door, "dana@seapine.example", "compliance", "Dana Whitlock");
    expect((await dana.post(door.path, { name: "Mine", scopes: ["read"], expiresAt: null })).status).toBe(403);
    expect((await door.use(PASSWORD)).status).toBe(401);
  });
});
