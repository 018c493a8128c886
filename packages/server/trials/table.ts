/** What became of each publication, and whether that is the truth. */
import type { PublicationStateName } from "@chaperone/contract";

export interface Told { network: string; state: PublicationStateName; why: string | null; /** How often it can be seen on the network. */ times: number; isPending: boolean; says: string | null }

/** It waits as long as the network asked, and nobody can see it: that is the truth, too. */
const isAskedToWait = ({ state, times }: Pick<Told, "state" | "times">): boolean => (state === "preparing" || state === "prepared") && times === 0;

/** Rehearsal shows nothing to anybody, so there is nothing to count. */
function isTrue({ network, state, times, isPending }: Told): boolean {
  if (isPending && state !== "unknown") return isAskedToWait({ state, times });
  if (network === "rehearsal") return state === "published";
  if (state === "published") return times === 1;
  return state === "unknown" ? times <= 1 : (state === "failed" || state === "held" || state === "missed") && times === 0;
}

const said = (told: Told): string => `${isTrue(told) ? "" : "**wrong** "}${told.state === "unknown" ? (told.isPending ? "unknown, looks again later" : "unknown, asks a person") : told.isPending ? `${told.state}, tries again when the network said` : told.state}${told.why ? ` (${told.why})` : ""}${isTrue(told) ? "" : `, seen ${told.times} times`}`;

export const tableOf = {
  row(name: string, told: Told[]): { line: string; wrong: number } {
    return { line: `${name}: ${told.map((one) => `${one.network} ${said(one)}`).join("; ")}`, wrong: told.filter((one) => !isTrue(one)).length };
  },
  markdown(kind: string, rows: { name: string; told: Told[] }[]): string {
    const networks = rows[0]?.told.map(({ network }) => network) ?? [];
    return [`## ${kind === "embedded" ? "The embedded database, one process" : "PostgreSQL, three workers"}`, "", `| | ${networks.join(" | ")} |`, `|---|${networks.map(() => "---").join("|")}|`, ...rows.map(({ name, told }) => `| ${name} | ${told.map(said).join(" | ")} |`)].join("\n");
  },
  page: (parts: string[], violations: number): string => `# The crash matrix

Written by \`npm run crash-matrix -- --write\`. Every worker is a process of its own that is killed with SIGKILL; every network is a stand-in that was told to fail, except Bluesky, whose real server answers behind a proxy that fails.
Each cell says how the publication ended. A cell is right when the post can be seen exactly once and the desk says *published*, or cannot be seen and the desk says so, or when the desk says that it does not know and asks a person.
${violations === 0 ? "All are right." : `${violations} are not.`}

${parts.join("\n\n")}
`,
};
