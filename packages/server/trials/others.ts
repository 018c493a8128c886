/** The networks of a trial, each with an account at its stand-in; Bluesky's is its real server, with faults in front. */
import type { NetworkId } from "@chaperone/contract";
import type { Account, Credentials, DeveloperApp } from "../src/networks/session.ts";
import { startBluesky } from "../test-support/bluesky-server.ts";
import { blueskyBehindFaults } from "../test-support/stand-ins/bluesky.ts";
import { googleBusinessFixture, googleBusinessStandIn } from "../test-support/stand-ins/google-business.ts";
import { facebook, facebookFixture } from "../test-support/stand-ins/facebook.ts";
import { instagram, instagramFixture } from "../test-support/stand-ins/instagram.ts";
import { pinterestFixture, pinterestStandIn } from "../test-support/stand-ins/pinterest.ts";
import { threads, threadsFixture } from "../test-support/stand-ins/threads.ts";
import { tiktokFixture, tiktokStandIn } from "../test-support/stand-ins/tiktok.ts";
import { linkedinFixture, linkedinStandIn } from "../test-support/stand-ins/linkedin.ts";
import { xFixture, xStandIn } from "../test-support/stand-ins/x.ts";
import { youtubeFixture, youtubeStandIn } from "../test-support/stand-ins/youtube.ts";
import { mastodonFixture, mastodonStandIn } from "../test-support/stand-ins/mastodon.ts";
import { openStandIns, type OpenStandIns } from "../test-support/stand-ins/stand-in.ts";

interface Signed { account: Account; credentials: Credentials; app: DeveloperApp | null; settings?: Record<string, string | boolean> }
/** `media` is what the post carries there. */
export interface Other { network: NetworkId; media: "picture" | "video"; signed: Signed | null }
export interface Others { standIns: OpenStandIns; all: Other[]; close(): Promise<void> }

export async function openOthers(): Promise<Others> {
  const server = await startBluesky();
  const standIns = await openStandIns([mastodonStandIn, blueskyBehindFaults(server), googleBusinessStandIn, youtubeStandIn, tiktokStandIn, xStandIn(), linkedinStandIn(), pinterestStandIn, facebook, instagram, threads]), { address } = standIns;
  const bluesky = await signInAtBluesky(server.address, address, server);
  const all: Other[] = [
    { network: "rehearsal", media: "picture", signed: null },
    { network: "bluesky", media: "picture", signed: bluesky },
    { network: "mastodon", media: "picture", signed: mastodonFixture(address) },
    { network: "facebook", media: "picture", signed: facebookFixture },
    { network: "instagram", media: "picture", signed: instagramFixture },
    { network: "threads", media: "picture", signed: threadsFixture },
    { network: "linkedin", media: "picture", signed: linkedinFixture },
    { network: "x", media: "picture", signed: xFixture },
    { network: "google-business", media: "picture", signed: googleBusinessFixture },
    { network: "pinterest", media: "picture", signed: { ...pinterestFixture, settings: { board: pinterestFixture.board } } },
    { network: "youtube", media: "video", signed: youtubeFixture },
    { network: "tiktok", media: "video", signed: tiktokFixture },
  ];
  return { standIns, all, close: async () => { await standIns.close(); await server.stop(); } };
}

async function signInAtBluesky(server: string, address: string, { handle, password, did }: { handle: string; password: string; did: string }): Promise<Signed> {
  const answer = await fetch(`${server}/xrpc/com.atproto.server.createSession`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ identifier: handle, password }) });
  const { accessJwt, refreshJwt } = await answer.json() as { accessJwt: string; refreshJwt: string };
  return {
    account: { id: did, name: handle, handle, url: null, host: address, more: {} }, app: null,
    credentials: { access: accessJwt, refresh: refreshJwt, expiresAt: null, refreshExpiresAt: null, scopes: [], more: {} },
  };
}
