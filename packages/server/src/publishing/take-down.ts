/** Takes a post down, and believes it only when the network says that it is gone. */
import type { Routes } from "@chaperone/contract";
import { refusedBy } from "../connections/network-for.ts";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { settle } from "../posts/settle.ts";
import { asThem, publicationFor, reached, toItsEnd } from "./asked.ts";
import { beginAttempt, endAttempt } from "./attempts.ts";
import type { PublicationRow } from "./claim.ts";
import { keepRead, readThere } from "./read-back.ts";
import { viewOf } from "./view.ts";

export const takeDown: Handler<Routes["publications"]["takeDown"]> = async ({ params, ...inside }) => {
  const row = await outThere(inside, params.publication), attempt = await beginAttempt(inside, row.id, "remove", inside.by.person);
  return {
    later: () => toItsEnd(inside, attempt, async (heard) => {
      const there = await reached(inside.desk, row), { line, remote } = there, { remove } = line.network;
      if (!remove) throw refusedBy({ says: "This network lets no program take a post down. Delete it there, then say so here." });
      const outcome = await line.ask((session) => remove(session, remote));
      if (outcome.is === "refused") {
        heard({ outcome: outcome.is, ...outcome });
        throw refusedBy(outcome);
      }
      const read = line.network.readBack ? await readThere(there) : { is: "gone" as const };
      if (read.is !== "gone") {
        heard({ outcome: "unknown", says: read.is === "refused" ? read.says : "It can still be read there." });
        throw refusedBy({ says: read.is === "refused" ? `It may be gone, and the desk could not look whether it is. ${read.says}` : "The network still shows it. Look again in a minute, or delete it there." });
      }
      heard({ outcome: "removed" });
      return asThem(inside, "schedule", async (again) => {
        await endAttempt(again, attempt, again.now, { outcome: "removed" });
        await keepRead(again, row, read);
        return gone(again, row, false);
      });
    }),
  };
};

export const takenDown: Handler<Routes["publications"]["takenDown"]> = async ({ params, ...inside }) => gone(inside, await outThere(inside, params.publication), true);

async function outThere(inside: Inside, id: string): Promise<PublicationRow> {
  const row = await publicationFor(inside, id);
  if (row.state !== "published") throw new Refusal("already-done", { detail: "It is not out there now." });
  return row;
}

async function gone(inside: Inside, { id, post, version, channel }: PublicationRow, byHand: boolean): Promise<Awaited<ReturnType<typeof viewOf>>> {
  const { desk, tx, practice, note } = inside;
  await tx.updateTable("publications").set({ state: "removed", next_at: null }).where("practice", "=", practice).where("id", "=", id).where("state", "=", "published").execute();
  await note({ action: "post.taken-down", about: { kind: "post", id: post }, facts: { version, channel, publication: id, byHand } });
  await desk.messenger.tell(tx, practice, "post.taken-down", { post, version, channel, publication: id });
  await settle(inside, post);
  return viewOf(inside, id);
}
