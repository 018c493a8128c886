import type { NetworkId, Reply, Routes } from "@chaperone/contract";
import type { Inside } from "../http/asking.ts";
import { connectionIn } from "./page.ts";

export type FinishedSignIn = Reply<Routes["connections"]["finish"]>;

export async function finished(inside: Pick<Inside, "desk" | "tx" | "practice">, network: NetworkId, channels: string[]): Promise<FinishedSignIn> {
  const connected: FinishedSignIn["connected"] = [];
  for (const channel of channels) connected.push(await connectionIn(inside, channel));
  return { network, connected, choices: [] };
}
