import type { Logger } from "pino";
import type { Config } from "./config.ts";
import type { OpenDatabase } from "./database/open.ts";
import type { Checker } from "./posts/checker.ts";
import type { Queue } from "./publishing/queue.ts";
import type { Journal } from "./record/journal.ts";
import type { Networks } from "./networks/networks.ts";
import type { SignIn } from "./people/sign-in.ts";
import type { Mail } from "./people/mail.ts";
import type { Seal } from "./secrets/seal.ts";
import type { Messenger } from "./webhooks/messenger.ts";

/** What the whole desk shares: opened once, handed to every request, closed once. */
export interface Desk {
  config: Config;
  database: OpenDatabase;
  journal: Journal;
  checker: Checker;
  signIn: SignIn;
  mail: Mail;
  seal: Seal;
  messenger: Messenger;
  networks: Networks;
  queue: Queue;
  log: Logger;
  /** The clock is a part of the desk, so that tests can say what time it is. */
  now(): Date;
}
