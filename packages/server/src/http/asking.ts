import type { Body, Params, Permission, Query, Reply, Role, Route, Routes } from "@chaperone/contract";
import type { Transaction } from "kysely";
import type { Database } from "../database/schema.ts";
import type { Desk } from "../desk.ts";
import type { Noted } from "../record/record.ts";
import type { Actor } from "./actor.ts";

interface Anybody<R extends Route> { desk: Desk; params: Params<R>; query: Query<R>; body: Body<R>; headers: Headers; address: string; setHeader(name: string, value: string): void }
interface SignedIn<R extends Route> extends Anybody<R> { by: Actor }
/** Inside the transaction of the practice, as a member of it. */
export interface Inside {
  desk: Desk;
  tx: Transaction<Database>;
  practice: string;
  by: Actor;
  role: Role;
  now: Date;
  /** Appends to the record in this transaction. */
  note(what: Noted): Promise<void>;
  /** Done when the transaction stands and before the answer goes out: what waits for the outside world. */
  afterwards(work: () => Promise<void>): void;
}
type Member<R extends Route> = SignedIn<R> & Inside;

export type Ask<R extends Route> = R["needs"] extends "nobody" ? Anybody<R> : R["needs"] extends "signed-in" ? SignedIn<R> : R["needs"] extends Permission ? Member<R> : never;
/** An answer that waits for the outside world: the work is done once the handler's transaction stands, and opens its own. */
export interface Later<Result> { later(): Promise<Result> }
type Answer<R extends Route> = R["outside"] extends true ? Later<Reply<R>> : Reply<R>;
export type Handler<R extends Route> = (ask: Ask<R>) => Promise<Answer<R>>;
/** A handler for every route of a group. */
export type Handlers<Group extends keyof Routes> = { [Name in keyof Routes[Group]]: Routes[Group][Name] extends Route ? Handler<Routes[Group][Name]> : never };
export type AllHandlers = { [Group in keyof Routes]: Handlers<Group> };
