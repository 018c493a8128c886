import type { Channel, Content } from "@chaperone/contract";
import { useEffect, useMemo, useState } from "react";
import { whenIdle } from "../../lib/later.ts";
import { type Asked, askedOf, type Look } from "./asked.ts";
import type { Accounts } from "./use-accounts.ts";

let looking: Look | null = null;

/** Null until what the networks ask has come: the gate says that it still reads, and nothing goes out as if it had been asked. */
export function useAsked(title: string, content: Content, channels: readonly Channel[], accounts: Accounts): Asked[] | null {
  const [look, take] = useState<Look | null>(() => looking);
  useEffect(() => { if (!looking) void whenIdle().then(() => import("./look.ts")).then((file) => { looking = file.noticesOf; take(() => file.noticesOf); }, () => undefined); }, []);
  return useMemo(() => look && askedOf(look, title, content, channels, accounts), [look, title, content, channels, accounts]);
}
