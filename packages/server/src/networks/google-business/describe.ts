/** What the location may do today. */
import { isGood } from "../ask.ts";
import { call, signed } from "../google/call.ts";
import { googleRefusal } from "../google/errors.ts";
import type { Network } from "../network.ts";
import { type Location, LOCATIONS, NAME, READ_MASK } from "./api.ts";

export const describe: Network["describe"] = async (session) => {
  const answer = await call(signed(session), "GET", `${LOCATIONS}/${session.account.more["location"]}`, { query: { readMask: READ_MASK } });
  if (!isGood(answer)) return googleRefusal(answer, session.now(), NAME);
  const { metadata = {} } = answer.body as Location, mayPost = metadata.canOperateLocalPost !== false, isVerified = metadata.hasVoiceOfMerchant !== false;
  return {
    is: "described",
    can: [...mayPost ? ["publish", "pictures", "remove"] as const : [], "read", ...isVerified ? ["reply"] as const : []],
    missing: [
      ...mayPost ? [] : [{ ability: "publish" as const, why: "Google does not take posts for this location.", next: "Open the location in Google Business Profile and see what it asks for." }],
      ...isVerified ? [] : [{ ability: "reply" as const, why: "The location is not verified, and only verified ones may answer reviews.", next: "Verify the location in Google Business Profile." }],
    ],
    notes: [
      "Google rejects posts with a telephone number in the text; people reach you by the button “Call” instead.",
      "Google looks at every post after it was sent and may still reject it.",
      "Google fetches the picture from this desk, so the desk needs an address that the internet can reach.",
    ],
  };
};
