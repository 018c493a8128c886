/** A channel signed in for one piece of work. A network may take a token back before its time: it is renewed then, once and under the lease, and a person is asked only when that did not help. */
import type { Desk } from "../desk.ts";
import type { Network } from "../networks/network.ts";
import type { Refused } from "../networks/outcome.ts";
import type { Session } from "../networks/session.ts";
import type { OpenSession } from "./found.ts";
import { openAfresh, openSession } from "./session.ts";
import { signedOut } from "./signed-out.ts";

export interface Line {
  is: "line";
  network: Network;
  /** As it is signed in now; after a renewal another one than before. */
  session(): Session;
  /** For calls that may be made twice: makes it again where the network took the sign-in for over and a new one could be had. */
  ask<Told extends { is: string }>(call: (session: Session) => Promise<Told | Refused>): Promise<Told | Refused>;
  /** For those that may not: what is to be done about a no to the sign-in. Undefined when the line is signed in anew, so that the call may be made again. */
  renew(no: Refused): Promise<Refused | undefined>;
}

export async function openLine(desk: Desk, practice: string, channel: string): Promise<Line | Refused> {
  const opened = await openSession(desk, practice, channel);
  return opened.is === "refused" ? opened : lineOf(desk, practice, channel, opened);
}

function lineOf(desk: Desk, practice: string, channel: string, first: OpenSession): Line {
  let now = first, wasRenewed = false;
  const line: Line = {
    is: "line", network: first.network, session: () => now.session,
    async ask(call) {
      const told = await call(now.session);
      if (!isNoToSignIn(told)) return told;
      return await line.renew(told) ?? line.ask(call);
    },
    async renew(no) {
      const again = wasRenewed ? no : await openAfresh(desk, practice, channel, now.turn) ?? no;
      wasRenewed = true;
      if (again.is === "session") { now = again; return undefined; }
      if (again === no) await signedOut(desk, practice, channel, no.says, now.turn);
      return again;
    },
  };
  return line;
}

export const isNoToSignIn = (told: { is: string }): told is Refused => told.is === "refused" && (told as Refused).kind === "auth";
