/** What a channel may do, and how its connection stands, in words. */
import type { AbilityName, Connection, DescribedAccount, NetworkSetUp, WayIn } from "@chaperone/contract";
import type { ShapeKind } from "../../components/shape.tsx";

const list = new Intl.ListFormat("en-US");
export const ABILITY_WORDS: Record<AbilityName, string> = {
  publish: "Post", pictures: "Pictures", video: "Video", read: "Read comments and reviews", reply: "Answer", remove: "Take down", metrics: "Read the figures",
};

/** Several abilities as one line: “Answer and read the figures”. */
export const inOneLine = (abilities: readonly AbilityName[]): string => list.format(abilities.map((ability, at) => at === 0 ? ABILITY_WORDS[ability] : ABILITY_WORDS[ability].toLowerCase()));

/** What is missing for one reason is told once. */
export function byReason(missing: DescribedAccount["missing"]): { abilities: AbilityName[]; why: string; next: string }[] {
  const reasons = Map.groupBy(missing, ({ why, next }) => `${why} ${next}`);
  return [...reasons.values()].map((these) => ({ abilities: these.map(({ ability }) => ability), why: these[0]!.why, next: these[0]!.next }));
}

/** What is known of the account besides the channel's name, without saying the same twice. */
export function accountSays({ channel, account }: Pick<Connection, "channel" | "account">): { handle: string | null; host: string | null } {
  const handle = account?.handle && account.handle !== channel.name ? account.handle : null, host = account?.host?.replace(/^https?:\/\//, "") ?? null;
  return { handle, host: host !== null && handle?.includes(host) ? null : host };
}

const RANK: Record<Connection["state"], number> = { "needs-sign-in": 0, "connected": 2, "not-connected": 2, "by-hand": 2 };
const rankOf = ({ channel, state, warns }: Connection): number => channel.network === "rehearsal" ? 3 : warns ? Math.min(1, RANK[state]) : RANK[state];
/** What waits for a person stands first, and the rehearsal last; the others keep their order. */
export const byNeed = (connections: readonly Connection[]): Connection[] => connections.toSorted((one, other) => rankOf(one) - rankOf(other));

type Standing = { kind: ShapeKind; word: string };

export function standingOf({ channel, state, warns }: Pick<Connection, "channel" | "state" | "warns">): Standing {
  if (channel.paused) return { kind: "wait", word: "Paused" };
  if (channel.network === "rehearsal") return { kind: "note", word: "Goes nowhere" };
  if (state === "connected") return warns ? { kind: "question", word: "Ends soon" } : { kind: "clear", word: "Connected" };
  if (state === "needs-sign-in") return { kind: "question", word: "Sign in again" };
  return { kind: "note", word: "Posted by hand" };
}

/** What stands in a card where no network has been asked. */
export function byHandSays({ channel, state }: Pick<Connection, "channel" | "state">, mayConnect: boolean): string {
  if (channel.network === "rehearsal") return "Shows a post as it would go out. Nobody outside of the desk sees it.";
  if (state === "connected") return "The network was not asked yet what this channel may do. Test it.";
  return mayConnect ? "Nobody has signed in here. The desk lays the checked text out at its time, and somebody posts it." : "The desk lays the checked text out at its time, and somebody posts it.";
}

/** The way in that somebody has chosen, or the usual one; undefined where there is only one. */
export const wayOf = ({ ways }: Pick<NetworkSetUp, "ways">, host: string | null): WayIn | undefined => ways.find((way) => way.host === host) ?? ways[0];

/** The app that the practice entered for the way in, or for the network where there is only one. */
export const appFor = (setUp: NetworkSetUp, host: string | null): string | null => (wayOf(setUp, host) ?? setUp).appClientId;

/** Whether the desk has code for signing in there. */
export const canConnect = (setUp: NetworkSetUp | undefined): setUp is NetworkSetUp => setUp !== undefined && setUp.by !== "nothing";
/** Somebody signs in at the network itself, so the page of an account needs no more than a press. */
export const isReady = (setUp: NetworkSetUp, host: string | null): boolean => setUp.by === "oauth" && !setUp.asksHost && (setUp.app !== "own" || appFor(setUp, host) !== null);
