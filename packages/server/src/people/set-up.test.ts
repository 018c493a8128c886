import { expect, test } from "vitest";
import { aDoor, anOpenDoor, PASSWORD, RUTH } from "../../test-support/a-door.ts";
import { describeOnEach } from "../../test-support/on-each.ts";

describeOnEach("setting up", (open) => {
  test("an empty desk says so, and after its set-up the owner is signed in, with a practice, a channel to rehearse on, and an entry in the record", async () => {
    const { desk, visit } = await aDoor(await open()), ruth = visit();
    expect((await ruth.get("/api/desk")).body).toMatchObject({ setUpNeeded: true, singleSignOn: null, mail: false, demo: null, pack: desk.checker.pack });
    const { status, body } = await ruth.post("/api/set-up", RUTH);
    expect(status).toBe(201);
    expect(body).toMatchObject({ person: { name: "Ruth Adeyemi", email: "ruth@seapine.example" }, twoFactor: false, practices: [{ name: "Seapine Aesthetics", role: "owner", states: ["VA"], timeZone: "America/New_York" }] });
    expect((await ruth.get("/api/me")).body).toEqual(body);
    expect((await ruth.get("/api/desk")).body.setUpNeeded).toBe(false);
    const { db } = desk.database;
    expect(await db.selectFrom("channels").select("network").execute()).toEqual([{ network: "rehearsal" }]);
    expect(await db.selectFrom("record").select(["action", "seq"]).execute()).toEqual([{ action: "practice.opened", seq: 1 }]);
  });

  test("ten who set it up at once are one owner and nine who are told", async () => {
    const { desk, visit } = await aDoor(await open());
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => visit().post("/api/set-up", { ...RUTH, email: `owner${at}@seapine.example` })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === "already-set-up")).toBe(true);
    expect(await desk.database.db.selectFrom("user").select(({ fn }) => fn.countAll<string>().as("people")).executeTakeFirst().then((row) => Number(row!.people))).toBe(1);
    expect(await desk.database.db.selectFrom("members").select("role").execute()).toEqual([{ role: "owner" }]);
  });

  test("a set-up that fails half-way leaves nobody behind, and can be done again", async () => {
    const { desk, visit } = await aDoor(await open());
    const { packOf } = desk.checker;
    Object.assign(desk.checker, { packOf: () => Promise.reject(new Error("the rules cannot be read")) });
    expect((await visit().post("/api/set-up", RUTH)).status).toBe(500);
    Object.assign(desk.checker, { packOf });
    expect((await visit().get("/api/desk")).body.setUpNeeded).toBe(true);
    expect((await visit().post("/api/set-up", RUTH)).status).toBe(201);
  });
});

describeOnEach("what the door says of people", (open) => {
  test("no name, address, password or token is in the log, whatever happens", async () => {
    const door = await anOpenDoor(await open(), { hasMail: true }), { owner, practice, log, visit } = door;
    const { link } = (await owner.post(`/api/practices/${practice}/invitations`, { email: "maya@seapine.example", role: "editor" })).body;
    await visit().post("/api/auth/sign-in/email", { email: "ruth@seapine.example", password: "quite another one" });
    await visit().post("/api/auth/sign-in/email", { email: "nobody@seapine.example", password: PASSWORD });
    await visit().post("/api/auth/request-password-reset", { email: "ruth@seapine.example", redirectTo: "/reset-password" });
    await visit().post(`/api/invitations/${link.split("/join/")[1]}`, { name: "Maya Ortiz", password: "short" });
    await visit().post("/api/auth/sign-in/email", { email: 7 });
    const said = log.join("");
    expect(log.length).toBeGreaterThan(5);
    for (const word of ["ruth", "adeyemi", "maya", "ortiz", "nobody@", PASSWORD, "quite another", "seapine", link.split("/join/")[1]]) expect(said.toLowerCase()).not.toContain(word.toLowerCase());
  });
});
