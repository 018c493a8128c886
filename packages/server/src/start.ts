/** Opens everything a desk needs, in the order in which one needs the other, and serves it. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import { pino } from "pino";
import { makeApp } from "./app.ts";
import { backupsFolder, keepAmong } from "./backup/automatic.ts";
import type { Config } from "./config.ts";
import { openDatabase } from "./database/open.ts";
import type { Desk } from "./desk.ts";
import { nameOf, ownAddress } from "./http/own-address.ts";
import { openNetworks } from "./networks/networks.ts";
import { openMail } from "./people/open-mail.ts";
import { openSignIn } from "./people/open-sign-in.ts";
import { openChecker } from "./posts/open-checker.ts";
import { recheckForPack } from "./posts/rules-changed.ts";
import { type Pace, USUAL_PACE } from "./publishing/pace.ts";
import { beginPublishing } from "./publishing/publisher.ts";
import { openQueue } from "./publishing/queue.ts";
import { recover } from "./record/recover.ts";
import { noJournal, openJournal } from "./record/journal.ts";
import { goRounds } from "./rounds.ts";
import { makeSeal } from "./secrets/seal.ts";
import { openMessenger } from "./webhooks/messenger.ts";

export interface OpenDesk extends Desk { close(): Promise<void> }
export interface Serving { desk: OpenDesk; address: string; stop(): Promise<void> }

/** How long requests under way may take to finish when the desk is asked to stop. */
const GOODBYE_MS = 10_000;

export async function openDesk(config: Config, { lost, pace = USUAL_PACE }: { lost?: (error: Error) => void; pace?: Pace } = {}): Promise<OpenDesk> {
  const log = pino({ level: config.logLevel, base: { app: "chaperone" } }), now = (): Date => new Date(), seal = makeSeal(config.secretKey, config.oldKeys);
  const opening = openDatabase(config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir }, {
    ...(lost ? { lost } : {}), beforeMigrating: async (dump) => { await keepAmong(backupsFolder(config.dataDir), dump, now()); },
  });
  // The database works in a thread of its own while the checker's weights are read here.
  const [database, queue, checker] = await Promise.all([opening, opening.then(({ jobs }) => openQueue({ jobs, log })), openChecker({ log })]);
  const journal = database.kind === "embedded" ? await openJournal(join(config.dataDir, "record.jsonl")) : noJournal;
  await recover({ db: database.db, journal, log, now });
  const mail = openMail(config, log), signIn = openSignIn({ database, config, mail, log, now });
  const messenger = openMessenger({ db: database.db, seal, now, allowPrivateHosts: config.allowPrivateHosts, log });
  const networks = openNetworks({ allowPrivate: config.allowPrivateHosts, standIns: config.standIns, timeoutMs: pace.callMs });
  const close = async (): Promise<void> => { await queue.close(); await messenger.close(); await networks.close(); await database.close(); await journal.close(); };
  return { config, database, journal, checker, signIn, mail, seal, messenger, networks, queue, log, now, close };
}

/** Answers requests, and works in the background unless other processes do. */
export async function serve(config: Config, { isAlone = true, pace = USUAL_PACE } = {}): Promise<Serving> {
  const desk = await openDesk(config, { lost: endsWithDatabase(() => desk), pace });
  try {
    await recheckForPack(desk);
    const server = await answer(makeApp(desk).fetch, config), { port } = server.address() as AddressInfo;
    // With PORT=0 only the listening server knows it; whoever says where the desk is found reads it there.
    desk.config = Object.freeze({ ...config, port });
    desk.database.announce(`http://${nameOf(config.host)}:${port}`);
    const endWork = isAlone ? await beginWork(desk, pace) : undefined;
    const stop = async (): Promise<void> => { await goodbye(server); await endWork?.(); await desk.close(); };
    return { desk, address: ownAddress(desk.config), stop };
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** Only works in the background, beside others that answer. */
export async function work(config: Config, { pace = USUAL_PACE } = {}): Promise<Pick<Serving, "desk" | "stop">> {
  const desk = await openDesk(config, { pace }), endWork = await beginWork(desk, pace);
  return { desk, stop: async () => { await endWork(); await desk.close(); } };
}

async function beginWork(desk: Desk, pace: Pace): Promise<() => Promise<void>> {
  const endRounds = goRounds(desk), endPublishing = await beginPublishing(desk, pace);
  return async () => { await endPublishing(); await endRounds(); };
}

/** Whoever runs the desk starts it again, and it opens by itself. */
const endsWithDatabase = (desk: () => Desk) => (error: Error): void => { desk().log.fatal({ error: error.name }, "the database's thread died"); process.exit(1); };

function answer(fetch: Parameters<typeof listen>[0]["fetch"], { port, host }: Config): Promise<Server> {
  return new Promise((done, failed) => {
    const server = listen({ fetch, port, hostname: host }, () => done(server as Server));
    server.once("error", failed);
  });
}

async function goodbye(server: Server): Promise<void> {
  const ended = new Promise<void>((done) => { server.close(() => done()); });
  const late = setTimeout(() => server.closeAllConnections(), GOODBYE_MS).unref();
  server.closeIdleConnections();
  await ended;
  clearTimeout(late);
}
