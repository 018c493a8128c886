import { isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/** Each proxy appends whom it heard from, so the caller stands as many places from the end as proxies are trusted. What stands further to the front anybody can write. */
export function callerAddress(exchange: Context, trustProxy: number): string {
  const heard = trustProxy > 0 ? exchange.req.header("x-forwarded-for")?.split(",").at(-trustProxy)?.trim() : undefined;
  return heard && isIP(heard) ? heard : direct(exchange);
}

/** Without a socket, as when the app is asked in process, the caller is this machine. */
function direct(exchange: Context): string {
  try { return getConnInfo(exchange).remote.address ?? "127.0.0.1"; } catch { return "127.0.0.1"; }
}
