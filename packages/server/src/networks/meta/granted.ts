/** What the person granted, and what follows for the channel. People can untick a permission, and Meta can take one back. */
import { z } from "zod";
import type { Ability, Described } from "../network.ts";
import { refused, type Refused } from "../outcome.ts";
import type { Session } from "../session.ts";
import { bodyOf, get, type Graph } from "./graph.ts";

const debugged = z.object({ data: z.object({ is_valid: z.boolean(), scopes: z.array(z.string()).optional(), data_access_expires_at: z.number().optional() }) });

export interface Granted { is: "granted"; scopes: ReadonlySet<string>; readableUntil: Date | null }

/** Asks Meta where the app's secret is at hand, and otherwise goes by what was granted at the sign-in. `signer` is what the question itself is signed with. */
export async function grantedTo(session: Session, graph: Graph, signer: string | null): Promise<Granted | Refused> {
  const kept: Granted = { is: "granted", scopes: new Set(session.credentials.scopes), readableUntil: null };
  if (signer === null) return kept;
  const said = bodyOf(await get({ ...graph, access: signer }, "debug_token", { input_token: graph.access }), debugged)?.data;
  if (!said) return kept;
  if (!said.is_valid) return refused("auth", `${graph.network} no longer accepts the sign-in. Sign in again.`);
  const until = said.data_access_expires_at ?? 0;
  return { ...kept, ...(said.scopes ? { scopes: new Set(said.scopes) } : {}), readableUntil: until > 0 ? new Date(until * 1000) : null };
}

export type Needs = Partial<Record<Ability, readonly string[]>>;

export function abilities(network: string, granted: ReadonlySet<string>, needs: Needs): Pick<Described, "can" | "missing"> {
  const can: Ability[] = [], missing: Described["missing"] = [];
  for (const [ability, scopes] of Object.entries(needs) as [Ability, readonly string[]][]) {
    const lacking = scopes.filter((scope) => !granted.has(scope));
    if (lacking.length === 0) can.push(ability);
    else missing.push({ ability, why: `${network} was not asked for ${lacking.join(" and ")}, or did not grant it.`, next: "Sign in again and leave every permission ticked; Meta may have to review the app for it first." });
  }
  return { can, missing };
}
