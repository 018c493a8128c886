import type { Scope } from "@chaperone/contract";

/** Who acts. A key acts for the person who made it, and the record says that it was the key. */
export interface Actor { kind: "person" | "key" | "desk"; id: string; name: string; person: string; scopes?: Scope[]; /** Of a key: the only practice it opens. */ practice?: string }

/** When nobody asked: what a clock, a start or another change brings about. */
export const THE_DESK: Actor = { kind: "desk", id: "desk", name: "The desk", person: "" };
