/** How a call to a network ended. */
import type { Kept, Remote } from "./remote.ts";

/** `auth`: connect again. `permission`: a scope or review is missing. `content-rejected`: policy. `content-invalid`: format. The last two pass by themselves. */
export type RefusalKind = "auth" | "permission" | "content-rejected" | "content-invalid" | "rate-limited" | "transient";

/** It certainly did not happen. `says` is one sentence of ours that ends with what to do; never the network's own words, which may repeat the post. */
export interface Refused { is: "refused"; kind: RefusalKind; says: string; code?: string; retryAt?: string }
export interface Prepared { is: "prepared"; kept: Kept }
/** The network is still working; ask again in so many seconds, with `kept`. */
export interface Waiting { is: "waiting"; kept: Kept; seconds: number }
export interface Committed { is: "committed"; remote: Remote; says?: string }
/** Nobody knows whether it happened. Only `reconcile` can tell. */
export interface Unknown { is: "unknown"; says: string }
export interface Absent { is: "absent" }
export interface CannotTell { is: "cannot-tell"; says: string }
/** `isPublic` is false while the network holds it back, or shows it to its owner only. `cutAt`: so many characters are shown to programs, and the rest of a longer text is not. */
export interface Read { is: "read"; text: string; url: string | null; isPublic: boolean; pictures: number | null; cutAt?: number }
export interface Gone { is: "gone" }
export interface Removed { is: "removed" }

export const refused = (kind: RefusalKind, says: string, more: Pick<Refused, "code" | "retryAt"> = {}): Refused => ({ is: "refused", kind, says, ...more });
