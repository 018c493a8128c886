import type { Line } from "../connections/line.ts";
import type { Outgoing } from "../networks/outgoing.ts";
import type { Claim } from "./claim.ts";

/** A publication in hand: whose, where, signed in, and what goes out. */
export interface Work { held: Claim; line: Line; outgoing: Outgoing }
