import type { Selectable } from "kysely";
import type { Database } from "../database/schema.ts";

export type PostRow = Selectable<Database["posts"]>;
export type VersionRow = Selectable<Database["versions"]>;
/** The receipt of a check, as it is kept. */
export type Receipt = Selectable<Database["verdicts"]>;
