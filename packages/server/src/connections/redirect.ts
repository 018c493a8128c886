import type { Desk } from "../desk.ts";

/** Where a network sends people back to: a page of the app, which hands on what they bring. Without a public address it is the one that they came by. */
export const redirectUriOf = ({ config }: Pick<Desk, "config">, headers: Headers): string => `${config.publicUrl ?? `http://${headers.get("host") ?? `localhost:${config.port}`}`}/connect`;
