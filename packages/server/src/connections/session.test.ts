import { randomUUID } from "node:crypto";
import { routes } from "@chaperone/contract";
import { expect, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { describeOnEach, type Open } from "../../test-support/on-each.ts";
import { aSmallNetwork } from "../../test-support/small-network.ts";
import { readConfig } from "../config.ts";
import { asDesk } from "../database/tenant.ts";
import { openNetworks } from "../networks/networks.ts";
import { makeSeal } from "../secrets/seal.ts";
import { keepSignedIn } from "./keep-signed-in.ts";
import { connections } from "./routes.ts";
import { openSession, signedOut } from "./session.ts";

/** A channel that is signed in for an hour, and a clock that can be moved. */
async function aStage(open: Open) {
  const clock = { minutes: 0 }, small = await aSmallNetwork(), networks = openNetworks({ allowPrivate: true, networks: [small.as("bluesky", "form")] });
  const desk = await aDesk(await open(), { now: () => new Date(Date.now() + clock.minutes * 60_000), networks, config: readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "silent", ALLOW_PRIVATE_HOSTS: "yes" }) });
  const practice = await aPractice(desk);
  await asDesk(desk.database.db, (tx) => tx.insertInto("webhooks").values({ id: randomUUID(), practice: practice.id, url: "https://example.com/hook", events: ["channel.needs-sign-in"], secret: desk.seal.seal("whsec_test") }).execute());
  const signIn = (channel: string | null) => practice.ask("owner", routes.connections.signIn, connections.signIn, { params: { network: "bluesky" }, body: { channel, fields: { handle: "seapine.example", password: "right-password" } } });
  const channel = (await signIn(null)).channel.id;
  return { clock, small, desk, practice, channel, signIn: () => signIn(channel), session: () => openSession(desk, practice.id, channel) };
}
type Stage = Awaited<ReturnType<typeof aStage>>;

const accessOf = async ({ session }: Stage): Promise<string> => { const opened = await session(); return opened.is === "session" ? opened.session.credentials.access : `${opened.kind}: ${opened.says}`; };
const rowOf = ({ desk, channel }: Stage) => asDesk(desk.database.db, (tx) => tx.selectFrom("connections").selectAll().where("channel", "=", channel).executeTakeFirstOrThrow());
const told = ({ desk }: { desk: APractice["desk"] }) => asDesk(desk.database.db, (tx) => tx.selectFrom("deliveries").select("body").where("event", "=", "channel.needs-sign-in").execute());
const noted = ({ desk, practice }: Stage) => asDesk(desk.database.db, (tx) => tx.selectFrom("record").select("entry").where("practice", "=", practice.id).where("action", "=", "channel.needs-sign-in").execute());

describeOnEach("a session", (open) => {
  test("is opened with what is stored while that lasts, and renewed when it ends within five minutes", async () => {
    const stage = await aStage(open), first = await accessOf(stage);
    stage.clock.minutes = 54;
    expect([await accessOf(stage), stage.small.counts.refresh]).toEqual([first, 0]);
    stage.clock.minutes = 56;
    expect([await accessOf(stage) === first, stage.small.counts.refresh]).toEqual([false, 1]);
  });

  test("is renewed once for twenty who ask at the same time, and all of them get the new one", async () => {
    const stage = await aStage(open), first = await accessOf(stage);
    Object.assign(stage.small.mood, { slowMs: 150 });
    stage.clock.minutes = 58;
    const all = await Promise.all(Array.from({ length: 20 }, () => accessOf(stage)));
    expect([new Set(all).size, all[0] === first, stage.small.counts]).toEqual([1, false, { register: 0, refresh: 1, reused: 0 }]);
    stage.clock.minutes = 58 + 58;
    await accessOf(stage);
    expect(stage.small.counts).toMatchObject({ refresh: 2, reused: 0 });
  });

  test("that the network refuses to renew asks a person to sign in again, and says so once", async () => {
    const stage = await aStage(open);
    stage.clock.minutes = 58;
    stage.small.mood.refresh = 401;
    const all = await Promise.all(Array.from({ length: 5 }, () => stage.session()));
    expect(all.map((one) => one.is === "refused" && one.kind)).toEqual(Array(5).fill("auth"));
    await signedOut(stage.desk, stage.practice.id, stage.channel, "The network no longer accepts the sign-in.");
    expect([stage.small.counts.refresh, (await told(stage)).length, (await noted(stage)).length, (await rowOf(stage)).state]).toEqual([1, 1, 1, "needs-sign-in"]);
    expect(JSON.parse((await told(stage))[0]!.body)).toMatchObject({ type: "channel.needs-sign-in", data: { channel: stage.channel, network: "bluesky" } });
    stage.small.mood.refresh = 200;
    await stage.signIn();
    expect((await stage.session()).is).toBe("session");
  });

  test("goes on with what still works while the network has trouble of its own", async () => {
    const stage = await aStage(open), first = await accessOf(stage);
    stage.small.mood.refresh = 503;
    stage.clock.minutes = 57;
    expect(await accessOf(stage)).toBe(first);
    stage.clock.minutes = 61;
    expect(await stage.session()).toMatchObject({ is: "refused", kind: "transient" });
    stage.small.mood.refresh = 200;
    expect([(await stage.session()).is, await told(stage)]).toEqual(["session", []]);
  });

  test("whoever dies while renewing holds up the others no longer than the lease", async () => {
    const stage = await aStage(open), { db } = stage.desk.database;
    stage.clock.minutes = 58;
    const leased = (seconds: number) => asDesk(db, (tx) => tx.updateTable("connections").set({ refreshing_until: new Date(stage.desk.now().getTime() + seconds * 1000).toISOString() }).execute());
    await leased(0.4);
    expect([(await stage.session()).is, stage.small.counts.refresh]).toEqual(["session", 1]);
  });

  test("on a channel that nobody uses is renewed before it can no longer be", async () => {
    const stage = await aStage(open), ends = (days: number) => asDesk(stage.desk.database.db, (tx) => tx.updateTable("connections").set({ refresh_expires_at: new Date(stage.desk.now().getTime() + days * 86_400_000).toISOString(), credentials: sealed(days) }).execute());
    const { credentials } = await rowOf(stage), sealed = (days: number): string => stage.desk.seal.seal(JSON.stringify({ ...JSON.parse(stage.desk.seal.open(credentials)) as object, refreshExpiresAt: new Date(stage.desk.now().getTime() + days * 86_400_000).toISOString() }));
    await ends(30);
    expect([await keepSignedIn(stage.desk), stage.small.counts.refresh]).toEqual([0, 0]);
    await ends(8);
    expect([await keepSignedIn(stage.desk), stage.small.counts.refresh]).toEqual([1, 1]);
  });

  test("a no to old credentials says nothing of newer ones", async () => {
    const stage = await aStage(open), { turn } = await rowOf(stage);
    await stage.signIn();
    expect(await signedOut(stage.desk, stage.practice.id, stage.channel, "The network no longer accepts the sign-in.", turn)).toBe(false);
    expect((await rowOf(stage)).state).toBe("connected");
  });

  test("a desk with another key says so, and the connection is as it was once the old key is back", async () => {
    const stage = await aStage(open), stranger = Object.assign(Object.create(stage.desk) as typeof stage.desk, { seal: makeSeal(Buffer.alloc(32, 7)) });
    expect(await openSession(stranger, stage.practice.id, stage.channel)).toMatchObject({ is: "refused", kind: "auth", says: expect.stringContaining("another secret key") });
    expect((await stage.session()).is).toBe("session");
  });
});
