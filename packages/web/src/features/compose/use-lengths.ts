import type { Channel, Content } from "@chaperone/contract";
import { useEffect, useMemo, useState } from "react";
import { whenIdle } from "../../lib/later.ts";
import type { Accounts } from "./use-accounts.ts";
import { type Counter, type Length, lengthsOf } from "./lengths.ts";

let counting: Counter | null = null;

/** Known a moment after the page stands; what has come once is there the next time. */
export function useLengths(content: Content, channels: readonly Channel[], accounts: Accounts): Length[] {
  const [count, take] = useState<Counter | null>(() => counting);
  useEffect(() => {
    // Where it does not come, nothing goes out as if it had been counted: the gate says that it still reads.
    if (!counting) void whenIdle().then(() => import("./count.ts")).then((file) => { counting = file.count; take(() => file.count); }, () => undefined);
  }, []);
  return useMemo(() => lengthsOf(content, channels, accounts, count), [content, channels, accounts, count]);
}
