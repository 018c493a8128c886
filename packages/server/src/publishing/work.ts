import type { Network } from "../networks/network.ts";
import type { Outgoing } from "../networks/outgoing.ts";
import type { Session } from "../networks/session.ts";
import type { Claim } from "./claim.ts";

/** A publication in hand: whose, where, signed in, and what goes out. */
export interface Work { held: Claim; network: Network; session: Session; outgoing: Outgoing }
