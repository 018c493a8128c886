import { BackupProblem, type Config, ConfigProblem, DataDirectoryInUse, MigrationProblem, readConfig, Refusal as DeskRefusal } from "@chaperone/server";
import { Refusal } from "./refusal.ts";

const BY_CODE: Record<string, string> = {
  EADDRINUSE: "Something else answers on this port already; set PORT to a free one.",
  EADDRNOTAVAIL: "HOST is not an address of this machine.",
  EACCES: "This port or folder may not be used here; set PORT or DATA_DIR to others.",
  ENOENT: "That file or folder is not there.",
  ECONNREFUSED: "No database answers at DATABASE_URL.", ENOTFOUND: "No database answers at DATABASE_URL.",
  "28P01": "The database does not take the user or password of DATABASE_URL.", "28000": "The database does not let this user in.", "3D000": "The database named in DATABASE_URL does not exist; create it first.",
};

/** Work on the desk as the environment describes it. What whoever runs it can put right becomes one sentence. */
export async function operator(work: (config: Config) => Promise<number>): Promise<number> {
  try {
    return await work(readConfig());
  } catch (error) {
    throw sentence(error) ?? error;
  }
}

function sentence(error: unknown): Refusal | undefined {
  if (error instanceof ConfigProblem) return new Refusal(error.mistakes.join(" "));
  if (error instanceof DataDirectoryInUse || error instanceof MigrationProblem || error instanceof BackupProblem) return new Refusal(error.message);
  if (error instanceof DeskRefusal) return new Refusal(error.problem.detail ?? `${error.problem.title} ${error.problem.next}`);
  const says = BY_CODE[(error as NodeJS.ErrnoException).code ?? ""];
  return says ? new Refusal(says) : undefined;
}
