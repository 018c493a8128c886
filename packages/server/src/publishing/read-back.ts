import type { Routes } from "@chaperone/contract";
import { refusedBy } from "../connections/network-for.ts";
import type { Handler, Inside } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { type Gone, type Read, refused, type Refused } from "../networks/outcome.ts";
import { asThem, publicationFor, reached, type Reached, toItsEnd } from "./asked.ts";
import { beginAttempt, endAttempt } from "./attempts.ts";
import type { PublicationRow } from "./claim.ts";
import { viewOf } from "./view.ts";

export const readBack: Handler<Routes["publications"]["readBack"]> = async ({ params, ...inside }) => {
  const row = await publicationFor(inside, params.publication);
  if (row.state !== "published") throw new Refusal("already-done", { detail: "It is not out there now, so there is nothing to read." });
  const attempt = await beginAttempt(inside, row.id, "read-back", inside.by.person);
  return {
    later: () => toItsEnd(inside, attempt, async (heard) => {
      const read = await readThere(await reached(inside.desk, row));
      if (read.is === "refused") {
        heard({ outcome: read.is, ...read });
        throw refusedBy(read);
      }
      heard({ outcome: read.is });
      return asThem(inside, "write", async (again) => {
        await endAttempt(again, attempt, again.now, { outcome: read.is });
        await keepRead(again, row, read);
        return viewOf(again, row.id);
      });
    }),
  };
};

export async function readThere({ line, remote }: Reached): Promise<Read | Gone | Refused> {
  const { readBack } = line.network;
  return readBack ? line.ask((session) => readBack(session, remote)) : refused("permission", "This network cannot be read. Look there yourself.");
}

/** How it reads there, beside what was approved. Its words stay in the row and out of the record. */
export async function keepRead({ tx, practice, now }: Pick<Inside, "tx" | "practice" | "now">, { id, url }: Pick<PublicationRow, "id" | "url">, read: Read | Gone): Promise<void> {
  const kept = read.is === "gone" ? { state: "gone", text: "", isPublic: false, pictures: null } : { state: "read", text: read.text, isPublic: read.isPublic, pictures: read.pictures, cutAt: read.cutAt };
  await tx.updateTable("publications").set({ read_back: JSON.stringify(kept), read_at: now.toISOString(), ...(read.is === "read" && url === null ? { url: read.url } : {}) }).where("practice", "=", practice).where("id", "=", id).execute();
}
