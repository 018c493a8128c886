import { availableParallelism } from "node:os";
import { InvalidArgumentError } from "commander";
import type { Answered, Draft } from "./desk.ts";
import type { Defaults } from "./input/record.ts";
import { readWhole } from "./input/whole.ts";
import type { Io } from "./io.ts";
import { readPractice } from "./practice.ts";
import type { Practice } from "./practice.ts";
import { knownState, knownSurface } from "./vocabulary.ts";

/** What the options of a command line say about the practice and the text. */
export interface Said {
  surface?: string;
  channel?: string;
  state?: string[];
  specialty?: string;
  inReplyTo?: string;
  author?: string;
  practice?: string;
}

/** The practice file, with what the command line says on top. */
export async function practiceOf(said: Said, io: Io): Promise<Practice> {
  const practice: Practice = said.practice === undefined ? { context: { states: [] } } : await readPractice(said.practice, io);
  const context = {
    ...practice.context,
    ...(said.state === undefined ? {} : { states: said.state.map(knownState) }),
    ...(said.specialty === undefined ? {} : { specialty: said.specialty }),
  };
  return { ...practice, context };
}

export async function defaultsOf(said: Said, io: Io): Promise<Defaults> {
  const inReplyTo = said.inReplyTo === undefined ? undefined : await answeredOf(said.inReplyTo, said.author ?? "", io);
  const draft: Omit<Draft, "text"> = {
    surface: said.surface === undefined ? (inReplyTo ? "reply" : "post") : knownSurface(said.surface),
    ...(said.channel === undefined ? {} : { channel: said.channel.toLowerCase() }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
  };
  return { draft, context: (await practiceOf(said, io)).context };
}

/** “@FILE” reads the review from a file, as curl does. */
async function answeredOf(written: string, author: string, io: Io): Promise<Answered> {
  const text = written.startsWith("@") && written.length > 1 ? await readWhole(written.slice(1), io) : written;
  return { kind: "review", author, text };
}

export function wholeNumber(written: string): number {
  const number = Number(written);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("It must be a whole number from 1 up.");
  return number;
}

/** “all” is every core there is. */
export function jobsNumber(written: string): number {
  return written === "all" ? availableParallelism() : Math.min(wholeNumber(written), 64);
}

export function list(written: string, before: string[] | undefined): string[] {
  return [...before ?? [], ...written.split(",")];
}
