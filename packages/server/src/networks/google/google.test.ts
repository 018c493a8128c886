import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedIn } from "../../../test-support/stand-ins/flow.ts";
import { googleBusinessFixture, googleBusinessStandIn } from "../../../test-support/stand-ins/google-business.ts";
import { sessionOn } from "../../../test-support/stand-ins/session.ts";
import { type OpenStandIns, openStandIns } from "../../../test-support/stand-ins/stand-in.ts";
import { youtubeFixture, youtubeStandIn } from "../../../test-support/stand-ins/youtube.ts";
import { googleBusiness } from "../google-business/index.ts";
import type { Session } from "../session.ts";
import { youtube } from "../youtube/index.ts";

let standIns: OpenStandIns, session: Session;
beforeAll(async () => {
  standIns = await openStandIns([youtubeStandIn, googleBusinessStandIn]);
  session = sessionOn(standIns, { ...youtubeFixture, hosts: [...youtube.hosts, ...googleBusiness.hosts] });
});
afterAll(() => standIns.close());

describe("one Google account for two networks", () => {
  test("signs in at each by itself, and a sign-in opens only what was ticked", async () => {
    const connected = await signedIn(youtube, session, youtubeFixture.app);
    if (connected.is === "refused") throw new Error(connected.says);
    const { account, credentials } = connected.accounts[0]!;
    expect(await youtube.describe({ ...session, account, credentials })).toMatchObject({ is: "described", missing: [] });
    expect(await googleBusiness.describe({ ...session, account: googleBusinessFixture.account, credentials })).toMatchObject({ is: "refused", kind: "permission" });
    expect(await signedIn(googleBusiness, session, googleBusinessFixture.app)).toMatchObject({ is: "connected" });
  });
  test("a developer app with another secret is refused with what to do", async () => {
    expect(await signedIn(youtube, session, { ...youtubeFixture.app, clientSecret: "another" })).toMatchObject({ is: "refused", kind: "auth", code: "invalid_client", says: expect.stringContaining("Enter both again") });
  });
});
