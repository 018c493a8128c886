/** A publication as the post's page shows it: where it stands, what was tried, and how it reads there. */
import { type Attempt, isByHand, networks as limits, outgoing, type Person, type PublicationView, type ReadBack } from "@chaperone/contract";
import { Refusal } from "../http/refusal.ts";
import type { Within } from "../posts/by-the-desk.ts";
import { contentOf } from "../posts/version.ts";
import { publicationOf } from "../posts/view.ts";
import type { PublicationRow } from "./claim.ts";
import { readsAlike } from "./reads-alike.ts";

type Where = Pick<Within, "desk" | "tx" | "practice">;

export async function viewOf(where: Where, id: string): Promise<PublicationView> {
  const row = await where.tx.selectFrom("publications").selectAll().where("practice", "=", where.practice).where("id", "=", id).executeTakeFirst();
  if (!row) throw new Refusal("not-found");
  return (await viewsOf(where, [row]))[0]!;
}

export async function viewsOf({ desk, tx, practice }: Where, rows: PublicationRow[]): Promise<PublicationView[]> {
  if (rows.length === 0) return [];
  const channels = new Map((await tx.selectFrom("channels").selectAll().where("practice", "=", practice).execute()).map((one) => [one.id, one]));
  const versions = new Map((await tx.selectFrom("versions").select(["hash", "content"]).where("practice", "=", practice).where("hash", "in", rows.map(({ version }) => version)).execute()).map(({ hash, content }) => [hash, contentOf({ content })]));
  const attempts = await tx.selectFrom("attempts as a").leftJoin("people as p", "p.id", "a.person").select(["a.id", "a.publication", "a.step", "a.at", "a.ended_at", "a.outcome", "a.kind", "a.says", "a.person", "p.name", "p.email"])
    .where("a.practice", "=", practice).where("a.publication", "in", rows.map(({ id }) => id)).orderBy("a.seq").execute();
  return rows.map((row) => {
    const channel = channels.get(row.channel)!, network = desk.networks.of(channel.network), hand = isByHand(channel), isThere = !hand && row.remote !== null && row.state === "published", text = outgoing(versions.get(row.version)!, row.channel);
    const can = { publish: !hand, readBack: isThere && network?.readBack !== undefined, takeDown: isThere && network?.remove !== undefined };
    return {
      ...publicationOf(row), text, can, looksAt: row.state === "unknown" ? row.next_at : null, readBack: readBackOf(row, text), byHand: byHandOf(row, { hand, takeDown: can.takeDown, where: channel.network === "manual" ? "there" : `on ${limits[channel.network].name}`, isDue: Date.parse(row.at) <= desk.now().getTime() }),
      attempts: attempts.filter(({ publication }) => publication === row.id).map((one): Attempt => ({
        id: one.id, step: one.step, at: one.at, endedAt: one.ended_at, outcome: one.outcome, kind: one.kind, says: one.says, person: one.person === null ? null : personOf(one.person, one.name, one.email),
      })),
    };
  });
}

const personOf = (id: string, name: string | null, email: string | null): Person => ({ id, name: name ?? "Someone who has left", email: email ?? "" });

function readBackOf({ read_back: read, read_at: at }: PublicationRow, approved: string): ReadBack | null {
  if (!read || !at) return null;
  const state = read.state === "gone" ? "gone" : !read.isPublic ? "not-public" : readsAlike(read, approved) ? "as-approved" : "differs";
  return { at, state, text: read.text, approved, pictures: read.pictures };
}

function byHandOf({ state, url }: PublicationRow, { hand, takeDown, where, isDue }: { hand: boolean; takeDown: boolean; where: string; isDue: boolean }): string | null {
  if (state === "scheduled" && hand) return isDue ? `Its time has come. Copy the text, post it ${where}, then say here that it is out.` : `At its time somebody copies the text, posts it ${where}, and says here that it is out.`;
  if (state === "unknown") return `Look ${where} yourself, then say here whether the post is there.`;
  if (state === "published" && !takeDown) return `To take it down, ${url ? "open" : "find"} the post ${where}, delete it there, then say so here.`;
  return null;
}
