/** A person does not want to wait for the desk's next look, or has looked themselves. */
import type { Routes } from "@chaperone/contract";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { refuseNoAddress } from "../posts/post-address.ts";
import { asThem, publicationFor } from "./asked.ts";
import { beginAttempt, endAttempt } from "./attempts.ts";
import type { PublicationRow } from "./claim.ts";
import { USUAL_PACE } from "./pace.ts";
import { publish } from "./publish.ts";
import { tell } from "./tell.ts";
import { viewOf } from "./view.ts";

async function unknownOne(inside: Inside, id: string): Promise<PublicationRow> {
  const row = await publicationFor(inside, id);
  if (row.state !== "unknown") throw new Refusal("already-done", { detail: "The desk knows how it stands by now. Load the page again." });
  return row;
}

export const lookAgain: Handler<Routes["publications"]["lookAgain"]> = async ({ params, ...inside }) => {
  const { id, practice } = await unknownOne(inside, params.publication), { desk, tx, now } = inside;
  await tx.updateTable("publications").set({ next_at: now.toISOString() }).where("practice", "=", practice).where("id", "=", id).execute();
  return {
    async later() {
      await publish(desk, { practice, publication: id }, USUAL_PACE);
      return asThem(inside, "schedule", (again) => viewOf(again, id));
    },
  };
};

export const lookedMyself: Handler<Routes["publications"]["lookedMyself"]> = async ({ params, body, ...inside }) => {
  const { tx, practice, now, by } = inside, row = await unknownOne(inside, params.publication), { id } = row;
  refuseNoAddress(body.url);
  const attempt = await beginAttempt(inside, id, "reconcile", by.person);
  await endAttempt(inside, attempt, now, { outcome: body.isThere ? "committed" : "absent", says: "Somebody looked there." });
  const after = body.isThere
    ? { state: "published" as const, published_at: now.toISOString(), url: body.url, says: null }
    : { state: "failed" as const, failed_kind: "not-there", says: "It did not go out. Choose a new time to try again." };
  await tx.updateTable("publications").set({ ...after, next_at: null, worker: null, worker_until: null }).where("practice", "=", practice).where("id", "=", id).execute();
  await tell(inside, row, body.isThere ? "post.published" : "post.failed", { byHand: true });
  return viewOf(inside, id);
};
