import { CommanderError } from "commander";
import { harmless } from "./formats/width.ts";
import type { Io } from "./io.ts";
import { CLEAN, COULD_NOT_CHECK } from "./io.ts";
import { commandLine } from "./command-line.ts";
import { Refusal } from "./refusal.ts";

/** Runs one command line and answers its exit code: 0 clean, 1 findings, 2 could not check. */
export async function run(args: string[], io: Io): Promise<number> {
  let code = CLEAN;
  try {
    await commandLine(io, (result) => { code = result; }).parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed its own sentence; help and version end here too, with exit code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : COULD_NOT_CHECK;
    if (error instanceof Refusal) io.err(`${harmless(error.message)}\n`);
    else io.err(`Chaperone broke down and the check did not finish: ${harmless(String(error)).slice(0, 300)}. This is a fault of ours; please report it.\n`);
    return COULD_NOT_CHECK;
  }
}
