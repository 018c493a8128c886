/** What a channel may do, and how its connection stands, in words. */
import type { AbilityName, Connection, NetworkSetUp, WayIn } from "@chaperone/contract";
import type { ShapeKind } from "../../components/shape.tsx";

export const ABILITY_WORDS: Record<AbilityName, string> = {
  publish: "Post", pictures: "Pictures", video: "Video", read: "Read comments and reviews", reply: "Answer", remove: "Take down", metrics: "Read the figures",
};

type Standing = { kind: ShapeKind; word: string };

export function standingOf({ channel, state }: Pick<Connection, "channel" | "state">): Standing {
  if (channel.paused) return { kind: "wait", word: "Paused" };
  if (channel.network === "rehearsal") return { kind: "note", word: "Goes nowhere" };
  if (state === "connected") return { kind: "clear", word: "Connected" };
  if (state === "needs-sign-in") return { kind: "question", word: "Sign in again" };
  return { kind: "note", word: "Posted by hand" };
}

/** What stands in a card where no network has been asked. */
export function byHandSays({ channel, state }: Pick<Connection, "channel" | "state">, mayConnect: boolean): string {
  if (channel.network === "rehearsal") return "Shows a post as it would go out. Nobody outside of the desk sees it.";
  if (state === "needs-sign-in") return "The network does not let the desk in any more. Until somebody signs in again, posts for this channel are held and nothing is lost.";
  return mayConnect ? "Nobody has signed in here. The desk lays the checked text out at its time, and somebody posts it." : "The desk lays the checked text out at its time, and somebody posts it.";
}

/** The way in that somebody has chosen, or the usual one; undefined where there is only one. */
export const wayOf = ({ ways }: Pick<NetworkSetUp, "ways">, host: string | null): WayIn | undefined => ways.find((way) => way.host === host) ?? ways[0];

/** Whether the desk has code for signing in there. */
export const canConnect = (setUp: NetworkSetUp | undefined): setUp is NetworkSetUp => setUp !== undefined && setUp.by !== "nothing";
/** Somebody signs in at the network itself, so the page of an account needs no more than a press. */
export const isReady = ({ by, app, appClientId, asksHost }: NetworkSetUp): boolean => by === "oauth" && !asksHost && (app !== "own" || appClientId !== null);
