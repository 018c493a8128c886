import { expect, test } from "vitest";
import { aDoor, anOpenDoor, joins, PASSWORD } from "../../test-support/a-door.ts";
import type { Browser } from "../../test-support/browser.ts";
import { describeOnEach } from "../../test-support/on-each.ts";

const tokenOf = (link: string): string => link.split("/join/")[1]!;
const theo = { name: "Theo Lindqvist", password: PASSWORD };

describeOnEach("an invitation", (open) => {
  async function invited(wishes = {}) {
    const door = await anOpenDoor(await open(), wishes), path = `/api/practices/${door.practice}/invitations`;
    const invite = (email: string, role: string, who: Browser = door.owner) => who.post(path, { email, role });
    return { ...door, path, invite };
  }

  test("says what it is to, makes a person who is signed in, and is used up", async () => {
    const { desk, owner, visit, practice, path, invite } = await invited();
    const { status, body } = await invite("Theo@Seapine.example", "contributor");
    expect(status).toBe(201);
    expect(body).toMatchObject({ mailed: false, invitation: { email: "theo@seapine.example", role: "contributor", invitedBy: { name: "Ruth Adeyemi" } } });
    const token = tokenOf(body.link);
    expect((await owner.get(path)).body).toEqual([body.invitation]);
    expect((await visit().get(`/api/invitations/${token}`)).body).toEqual({ practice: "Seapine Aesthetics", email: "theo@seapine.example", role: "contributor", hasAccount: false });

    const person = visit(), joined = await person.post(`/api/invitations/${token}`, theo);
    expect(joined).toMatchObject({ status: 200, body: { person: { email: "theo@seapine.example" }, practices: [{ id: practice, role: "contributor" }] } });
    expect((await person.get("/api/me")).body).toEqual(joined.body);
    expect(await visit().post(`/api/invitations/${token}`, theo)).toMatchObject({ status: 410, body: { code: "invitation-over" } });
    expect((await owner.get(path)).body).toEqual([]);
    expect((await desk.database.db.selectFrom("record").select("action").orderBy("seq").execute()).map(({ action }) => action)).toEqual(["practice.opened", "invitation.made", "member.joined"]);
  });

  test("asks someone new for a name and a password, in the words of the form", async () => {
    const { visit, invite } = await invited(), token = tokenOf((await invite("theo@seapine.example", "editor")).body.link);
    const { status, body } = await visit().post(`/api/invitations/${token}`, { name: "Theo Lindqvist" });
    expect([status, body.errors]).toEqual([400, [{ at: "/password", says: "is needed for a new account" }]]);
    expect((await visit().post(`/api/invitations/${token}`, theo)).status).toBe(200);
  });

  test("keeps only the hash of its token", async () => {
    const { desk, invite } = await invited(), token = tokenOf((await invite("theo@seapine.example", "editor")).body.link);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await desk.database.db.selectFrom("invitations").selectAll().execute())).not.toContain(token);
  });

  test("goes by letter where there is a mail server, and the answer says so", async () => {
    const { letters, invite } = await invited({ hasMail: true }), { body } = await invite("theo@seapine.example", "editor");
    expect(body.mailed).toBe(true);
    expect(letters).toEqual([{ to: "theo@seapine.example", subject: expect.any(String), text: expect.stringContaining(body.link) }]);
  });

  test("is over after seven days, when it is withdrawn, and when another one takes its place", async () => {
    let now = new Date();
    const { visit, owner, path, invite } = await invited({ now: () => now });
    const peek = async (link: string): Promise<number> => (await visit().get(`/api/invitations/${tokenOf(link)}`)).status;
    const first = (await invite("theo@seapine.example", "editor")).body, second = (await invite("theo@seapine.example", "viewer")).body;
    expect([await peek(first.link), await peek(second.link)]).toEqual([410, 200]);
    now = new Date(now.getTime() + 7 * 86_400_000 + 1);
    expect(await peek(second.link)).toBe(410);
    const third = (await invite("theo@seapine.example", "editor")).body;
    expect((await owner.ask("DELETE", `${path}/${third.invitation.id}`)).status).toBe(204);
    expect(await peek(third.link)).toBe(410);
    expect((await owner.ask("DELETE", `${path}/${third.invitation.id}`)).status).toBe(404);
    expect(await peek("x/join/not-a-token-at-all")).toBe(410);
  });

  test("takes whoever has an account signed in as themselves", async () => {
    const door = await invited(), { owner, visit, invite } = door;
    const dana = await joins(door, "dana@seapine.example", "compliance", "Dana Whitlock"), maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz");
    const second = (await owner.post("/api/practices", { name: "Harbor Dental", states: ["MD"], specialty: "dentistry", place: "Annapolis, MD", timeZone: "America/New_York" })).body;
    const token = tokenOf((await owner.post(`/api/practices/${second.id}/invitations`, { email: "maya@seapine.example", role: "viewer" })).body.link);
    expect((await visit().get(`/api/invitations/${token}`)).body.hasAccount).toBe(true);
    expect((await visit().post(`/api/invitations/${token}`, theo)).status).toBe(401);
    expect((await dana.post(`/api/invitations/${token}`, {})).status).toBe(403);
    const { body } = await maya.post(`/api/invitations/${token}`, {});
    expect(body.practices.map(({ name, role }: { name: string; role: string }) => [name, role])).toEqual([["Harbor Dental", "viewer"], ["Seapine Aesthetics", "editor"]]);
    expect(await invite("maya@seapine.example", "owner")).toMatchObject({ status: 409, body: { code: "already-done" } });
  });

  test("joins one of two who use it at once, and leaves no account to the other", async () => {
    const { desk, visit, invite } = await invited(), token = tokenOf((await invite("theo@seapine.example", "editor")).body.link);
    const answers = await Promise.all([visit(), visit(), visit()].map((who) => who.post(`/api/invitations/${token}`, theo)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
    expect(await desk.database.db.selectFrom("user").select("name").where("email", "=", "theo@seapine.example").execute()).toHaveLength(1);
  });

  test("is made by who manages, and an owner by an owner only", async () => {
    const door = await invited(), { invite } = door;
    const dana = await joins(door, "dana@seapine.example", "compliance", "Dana Whitlock"), maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz");
    expect((await invite("eve@seapine.example", "viewer", maya)).status).toBe(403);
    expect((await invite("eve@seapine.example", "owner", dana)).status).toBe(403);
    expect((await invite("eve@seapine.example", "compliance", dana)).status).toBe(201);
  });

  test("does not outlive its maker's right to make it", async () => {
    const door = await invited(), { owner, visit, invite, practice } = door, dana = await joins(door, "dana@seapine.example", "owner", "Dana Whitlock");
    const { id } = (await dana.get("/api/me")).body.person as { id: string };
    const made = await Promise.all(["owner", "editor"].map(async (role) => tokenOf((await invite(`${role}@seapine.example`, role, dana)).body.link)));
    const stand = () => Promise.all(made.map(async (token) => (await visit().get(`/api/invitations/${token}`)).status));
    await owner.ask("PATCH", `/api/practices/${practice}/members/${id}`, { role: "compliance" });
    expect(await stand()).toEqual([410, 200]);
    await owner.ask("DELETE", `/api/practices/${practice}/members/${id}`);
    expect(await stand()).toEqual([410, 410]);
  });
});

describeOnEach("members", (open) => {
  test("are listed, change roles and leave; the record says who did it and the webhooks are told", async () => {
    const door = await anOpenDoor(await open(), { environment: { ALLOW_PRIVATE_HOSTS: "yes" } }), { desk, owner, practice } = door, path = `/api/practices/${practice}/members`;
    await owner.post(`/api/practices/${practice}/webhooks`, { url: "http://127.0.0.1:9/", events: ["member.joined", "member.removed"] });
    const maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz"), { id } = (await maya.get("/api/me")).body.person;
    expect((await maya.get(path)).body.map(({ person, role }: { person: { name: string }; role: string }) => [person.name, role])).toEqual([["Ruth Adeyemi", "owner"], ["Maya Ortiz", "editor"]]);
    expect((await maya.ask("PATCH", `${path}/${id}`, { role: "owner" })).status).toBe(403);
    expect((await owner.ask("PATCH", `${path}/${id}`, { role: "compliance" })).body.role).toBe("compliance");
    expect((await owner.ask("DELETE", `${path}/${id}`)).status).toBe(204);
    expect((await maya.get(path)).status).toBe(404);
    expect((await maya.get("/api/me")).body.practices).toEqual([]);
    expect((await owner.ask("DELETE", `${path}/${id}`)).status).toBe(404);
    const told = await desk.database.db.selectFrom("record").select(["action", "entry"]).where("subject", "=", id).orderBy("seq").execute();
    expect(told.map(({ action }) => action)).toEqual(["member.joined", "member.changed", "member.removed"]);
    expect(JSON.parse(told[1]!.entry)).toMatchObject({ by: { name: "Ruth Adeyemi" }, facts: { from: "editor", to: "compliance" } });
    const sent = (await desk.database.db.selectFrom("deliveries").select("body").orderBy("at").execute()).map(({ body }) => JSON.parse(body) as object);
    expect(sent).toMatchObject([{ type: "member.joined", data: { practice, person: id, role: "editor" } }, { type: "member.removed", data: { practice, person: id } }]);
    expect(JSON.stringify(sent)).not.toContain("Maya");
  });

  test("the last owner stays one, even when two owners take each other off at the same moment", async () => {
    const door = await anOpenDoor(await open()), { desk, owner, practice } = door, path = `/api/practices/${practice}/members`;
    const { id: ruth } = (await owner.get("/api/me")).body.person;
    expect(await owner.ask("DELETE", `${path}/${ruth}`)).toMatchObject({ status: 409, body: { code: "last-owner" } });
    expect(await owner.ask("PATCH", `${path}/${ruth}`, { role: "viewer" })).toMatchObject({ status: 409, body: { code: "last-owner" } });
    const dana = await joins(door, "dana@seapine.example", "owner", "Dana Whitlock"), { id: other } = (await dana.get("/api/me")).body.person;
    const answers = await Promise.all([owner.ask("DELETE", `${path}/${other}`), dana.ask("DELETE", `${path}/${ruth}`)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(await desk.database.db.selectFrom("members").select("role").where("removed_at", "is", null).execute()).toEqual([{ role: "owner" }]);
  });

  test("someone who left comes back by a new invitation, in its role", async () => {
    const door = await anOpenDoor(await open()), { owner, practice } = door, maya = await joins(door, "maya@seapine.example", "editor", "Maya Ortiz");
    const { id } = (await maya.get("/api/me")).body.person;
    await owner.ask("DELETE", `/api/practices/${practice}/members/${id}`);
    const { link } = (await owner.post(`/api/practices/${practice}/invitations`, { email: "maya@seapine.example", role: "viewer" })).body;
    expect((await maya.post(`/api/invitations/${tokenOf(link)}`, {})).body.practices).toMatchObject([{ role: "viewer" }]);
  });
});

describeOnEach("an empty desk", (open) => {
  test("has nobody signed in, and no invitation to guess", async () => {
    const { visit } = await aDoor(await open());
    expect(await visit().get("/api/me")).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
    expect((await visit().get("/api/invitations/0000000000")).status).toBe(410);
  });
});
