import { Writable } from "node:stream";
import type { Hono } from "hono";
import { pino } from "pino";
import { makeApp } from "../src/app.ts";
import { readConfig } from "../src/config.ts";
import type { OpenDatabase } from "../src/database/open.ts";
import type { Desk } from "../src/desk.ts";
import type { Variables } from "../src/http/mount.ts";
import type { Letter } from "../src/people/mail.ts";
import { openNetworks } from "../src/networks/networks.ts";
import { openSignIn } from "../src/people/open-sign-in.ts";
import { aDesk } from "./a-practice.ts";
import { type Browser, browser } from "./browser.ts";

export const ORIGIN = "http://localhost:8080";
export const PASSWORD = "a tern over the harbor";
export const RUTH = {
  name: "Ruth Adeyemi", email: "ruth@seapine.example", password: PASSWORD,
  practice: { name: "Seapine Aesthetics", states: ["VA"], specialty: "med-spa", place: "Norfolk, VA", timeZone: "America/New_York" },
};

export interface Door { desk: Desk; app: Hono<Variables>; letters: Letter[]; log: string[]; visit(): Browser }
interface Wishes { environment?: Record<string, string>; hasMail?: boolean; now?: () => Date }

/** A desk with its door: the whole app in process, its letters kept instead of sent, and all that it logs. */
export async function aDoor(database: OpenDatabase, { environment = {}, hasMail = false, now = () => new Date() }: Wishes = {}): Promise<Door> {
  const letters: Letter[] = [], lines: string[] = [];
  const log = pino({ level: "trace" }, new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done(); } }));
  const mail = { isConfigured: hasMail, send: async (letter: Letter) => { if (hasMail) letters.push(letter); return hasMail; } };
  const inside = await aDesk(database, { now });
  const config = readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "trace", PUBLIC_URL: ORIGIN, ...environment });
  const { checker, seal, messenger, journal, queue } = inside, networks = openNetworks({ allowPrivate: config.allowPrivateHosts, standIns: config.standIns });
  const desk: Desk = { config, database, checker, seal, messenger, journal, networks, queue, log, mail, now, signIn: openSignIn({ database, config, mail, log, now }) };
  const app = makeApp(desk);
  return { desk, app, letters, log: lines, visit: () => browser(app, ORIGIN) };
}

/** The same, set up by its owner, who is signed in. */
export async function anOpenDoor(database: OpenDatabase, wishes: Wishes = {}): Promise<Door & { owner: Browser; practice: string }> {
  const door = await aDoor(database, wishes), owner = door.visit();
  const { status, body } = await owner.post("/api/set-up", RUTH);
  if (status !== 201) throw new Error(`Set-up answered ${status}: ${JSON.stringify(body)}`);
  return { ...door, owner, practice: body.practices[0].id };
}

/** Invites someone and lets them join with a name and the password. */
export async function joins({ owner, practice, visit }: { owner: Browser; practice: string; visit(): Browser }, email: string, role: string, name: string): Promise<Browser> {
  const { body: { link } } = await owner.post(`/api/practices/${practice}/invitations`, { email, role });
  const person = visit(), { status, body } = await person.post(`/api/invitations/${link.split("/join/")[1]}`, { name, password: PASSWORD });
  if (status !== 200) throw new Error(`Joining answered ${status}: ${JSON.stringify(body)}`);
  return person;
}
