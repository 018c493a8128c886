import { expect, test } from "vitest";
import { mediumOf, outgoingOf, sessionOn, traceOf } from "../../../test-support/stand-ins/session.ts";
import type { Session } from "../session.ts";
import { manual } from "../manual/index.ts";
import { rehearsal } from "./index.ts";

const session: Session = sessionOn({ address: "http://127.0.0.1:1" }, {
  account: { id: "rehearsal", name: "Rehearsal", handle: "", url: null, host: null, more: {} }, credentials: { access: "", refresh: null, expiresAt: null, refreshExpiresAt: null, scopes: [], more: {} }, app: null, hosts: [],
});

test("a rehearsal takes every step and reads back what was written, however often it is tried", async () => {
  const outgoing = outgoingOf({ media: [mediumOf()] }), done = await rehearsal.commit(session, outgoing, {});
  expect(done).toMatchObject({ is: "committed", remote: { id: outgoing.key, url: null } });
  expect(await rehearsal.reconcile(session, outgoing, {}, traceOf())).toEqual(done);
  if (done.is !== "committed") return;
  expect(await rehearsal.readBack!(session, done.remote)).toEqual({ is: "read", text: outgoing.text, url: null, isPublic: false, pictures: 1 });
  expect(await rehearsal.remove!(session, done.remote)).toEqual({ is: "removed" });
});

test("by hand, the desk never says that it posted", async () => {
  expect(await manual.commit(session, outgoingOf(), {})).toMatchObject({ is: "refused", kind: "permission" });
  expect(await manual.reconcile(session, outgoingOf(), {}, traceOf())).toMatchObject({ is: "cannot-tell" });
});
