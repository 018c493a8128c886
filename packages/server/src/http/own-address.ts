import type { Config } from "../config.ts";

/** Where this desk is found, as far as the configuration says: the address that people type, or the one it listens on. Without a slash at its end. */
export const ownAddress = ({ publicUrl, host, port }: Pick<Config, "publicUrl" | "host" | "port">): string => publicUrl ?? `http://${nameOf(host)}:${port}`;

/** Passkeys want a name: browsers keep them from bare addresses. Where every address is listened on, this machine's own is among them. */
export const nameOf = (host: string): string => ["127.0.0.1", "0.0.0.0", "::"].includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
