/** Looking a pin up afterwards: did it go out, how does it read, how is it doing, is it gone? */
import * as z from "zod/mini";
import { isGood } from "../ask.ts";
import type { Network } from "../network.ts";
import { absentOnceSettled } from "../settled.ts";
import { sinceOf } from "../since.ts";
import { type Candidate, tellApart, unclearOn } from "../tell-apart.ts";
import { askPinterest, commitRefusalHere, refusalHere } from "./api.ts";
import { type Pin, pinOf } from "./pin.ts";
import { remoteOf } from "./publish.ts";

const MOST_PAGES = 20;

/** The whole board is read: nothing promises an order either. */
export const reconcile: Network["reconcile"] = async (session, outgoing, _prepared, trace) => {
  const since = sinceOf(outgoing).getTime(), wanted = pinOf(outgoing), fits: Candidate[] = [];
  let bookmark: string | null | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await askPinterest(session, `/boards/${encodeURIComponent(wanted.board_id)}/pins?${new URLSearchParams({ page_size: "250", ...(bookmark && { bookmark }) }).toString()}`), told = isGood(answer) ? list.safeParse(answer.body) : undefined;
    if (answer.is === "answer" && answer.status === 404) return { is: "cannot-tell", says: "The board is not there any more. Look at the account, then paste the link or say that the pin is not there." };
    if (!told?.success) return refusalHere(answer, session.now());
    fits.push(...told.data.items.filter((pin) => isSame(pin, wanted)).map(({ id, created_at }) => ({ id, url: remoteOf(id).url, at: timeOf(created_at) })).filter(({ at }) => at >= since));
    bookmark = told.data.bookmark;
    if (!bookmark) break;
  }
  const found = await tellApart(fits, trace, (text) => folded(text) === folded(wanted.description));
  if (found === "unclear") return unclearOn("Pinterest");
  if (found !== "none") return { is: "committed", remote: remoteOf(found.id) };
  return !bookmark ? absentOnceSettled(trace, session.now(), "Pinterest") : { is: "cannot-tell", says: "The board has too many pins to be sure. Look at it, then paste the link or say that the pin is not there." };
};

/** The time comes without a zone and is UTC. Without any time nothing tells it from an older pin, except the words. */
const timeOf = (at: string | null | undefined): number => at ? Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(at) ? at : `${at}Z`) : 0;

const folded = (text: string | null | undefined): string => (text ?? "").normalize("NFC").replace(/\s+/g, " ").trim();

/** The link is left out: Pinterest may add its own marks to it. */
const isSame = (pin: Partial<Pin>, wanted: Pin): boolean => (["title", "description", "alt_text"] as const).every((field) => folded(pin[field]) === folded(wanted[field]));

export const readBack: NonNullable<Network["readBack"]> = async (session, { id }) => {
  const answer = await askPinterest(session, `/pins/${encodeURIComponent(id)}`), told = isGood(answer) ? pinReply.safeParse(answer.body) : undefined;
  if (answer.is === "answer" && answer.status === 404) return { is: "gone" };
  if (!told?.success) return refusalHere(answer, session.now());
  const { description, media, board_id: board } = told.data, pictures = media?.media_type === "image" ? 1 : media?.media_type === "video" ? 0 : media?.items?.length ?? null;
  return { is: "read", text: description ?? "", url: remoteOf(id).url, isPublic: await isOnPublicBoard(session, board), pictures };
};

/** A pin is as public as its board. If that cannot be learned now, the pin itself was still read. */
async function isOnPublicBoard(session: Parameters<typeof reconcile>[0], board: string | undefined): Promise<boolean> {
  const answer = board ? await askPinterest(session, `/boards/${encodeURIComponent(board)}`) : undefined, told = answer && isGood(answer) ? boardReply.safeParse(answer.body) : undefined;
  return (told?.data?.privacy ?? "PUBLIC") === "PUBLIC";
}

export const remove: NonNullable<Network["remove"]> = async (session, { id }) => {
  const answer = await askPinterest(session, `/pins/${encodeURIComponent(id)}`, { method: "DELETE" });
  if (answer.is === "answer" && (answer.status === 404 || isGood(answer))) return { is: "removed" };
  return commitRefusalHere(answer, session.now());
};

const DAYS = 89;

/** The last ninety days are all that there is; reactions and comments are counted since the beginning. */
export const metrics: NonNullable<Network["metrics"]> = async (session, { id }) => {
  const now = session.now(), day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  const asked = { start_date: day(now.getTime() - DAYS * 86_400_000), end_date: day(now.getTime()), metric_types: "IMPRESSION,OUTBOUND_CLICK,SAVE,TOTAL_COMMENTS,TOTAL_REACTIONS" };
  const answer = await askPinterest(session, `/pins/${encodeURIComponent(id)}/analytics?${new URLSearchParams(asked).toString()}`), told = isGood(answer) ? figuresReply.safeParse(answer.body) : undefined;
  if (!told?.success) return refusalHere(answer, now);
  const { summary_metrics: sums = {}, lifetime_metrics: ever = {} } = told.data.all, all: Record<string, number | undefined> = { views: sums.IMPRESSION, clicks: sums.OUTBOUND_CLICK, saves: sums.SAVE, replies: ever.TOTAL_COMMENTS, likes: ever.TOTAL_REACTIONS };
  return { is: "metrics", figures: Object.fromEntries(Object.entries(all).filter(([, figure]) => figure !== undefined)) };
};

const words = z.nullish(z.string());
const list = z.object({ bookmark: words, items: z.array(z.object({ id: z.string(), created_at: words, title: z._default(z.nullable(z.string()), null), description: z._default(z.nullable(z.string()), null), alt_text: z._default(z.nullable(z.string()), null) })) });
const pinReply = z.object({ description: words, board_id: z.optional(z.string()), media: z.nullish(z.object({ media_type: z.optional(z.string()), items: z.optional(z.array(z.unknown())) })) });
const boardReply = z.object({ privacy: z.string() });
const numbers = z.optional(z.record(z.string(), z.number()));
const figuresReply = z.object({ all: z.object({ summary_metrics: numbers, lifetime_metrics: numbers }) });
