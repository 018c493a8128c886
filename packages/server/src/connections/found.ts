import type { Network } from "../networks/network.ts";
import type { Credentials, DeveloperApp, Session } from "../networks/session.ts";
import type { ConnectionRow } from "./store.ts";

/** `turn` says which credentials it was opened with; they change with every renewal. */
export interface OpenSession { is: "session"; network: Network; session: Session; turn: number }

/** A connection as it stands in the database, with its seals opened. */
export interface Found { is: "found"; network: Network; row: ConnectionRow; credentials: Credentials; app: DeveloperApp | null }
