import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";

type Where = Pick<Selectable<Database["channels"]>, "network" | "connected">;

/** Where nobody has signed in, somebody copies the text out and says so. Rehearsal needs no sign-in, and by hand is by hand. */
export const isByHand = ({ network, connected }: Where): boolean => network === "manual" || (network !== "rehearsal" && !connected);
