import manifest from "../../package.json" with { type: "json" };
import type { Desk } from "../desk.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { openPractice } from "../practices/open-practice.ts";
import { meOf } from "./store.ts";

const isSetUp = async ({ database: { db } }: Desk): Promise<boolean> => (await db.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined;

export const desk: Handlers<"desk"> = {
  async show({ desk }) {
    const { db } = desk.database;
    const demo = await db.selectFrom("practices").select("id").where("is_demo", "=", true).executeTakeFirst();
    return { setUpNeeded: !await isSetUp(desk), version: manifest.version, pack: desk.checker.pack, singleSignOn: desk.config.oidc ? new URL(desk.config.oidc.issuer).hostname : null, mail: desk.mail.isConfigured, demo: demo?.id ?? null };
  },

  async setUp({ desk, body: { name, email, password, practice }, headers, setHeader }) {
    const done = await inTurn(desk, async () => {
      if (await isSetUp(desk)) throw new Refusal("already-set-up");
      return desk.signIn.createPerson({ name, email, password }, headers);
    });
    await openPractice(desk, { kind: "person", id: done.person, name, person: done.person }, practice);
    for (const cookie of done.setCookie) setHeader("set-cookie", cookie);
    return meOf(desk.database.db, done.person);
  },
};

const waiting = new WeakMap<Desk, Promise<unknown>>();

/** Two who set the desk up at the same moment take turns, and the second finds it done. */
function inTurn<Result>(desk: Desk, work: () => Promise<Result>): Promise<Result> {
  const mine = (waiting.get(desk) ?? Promise.resolve()).catch(() => {}).then(work);
  waiting.set(desk, mine);
  return mine;
}

export const me: Handlers<"me"> = {
  show: ({ desk, by }) => meOf(desk.database.db, by.person),
};
