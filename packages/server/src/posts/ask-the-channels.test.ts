import { expect, test } from "vitest";
import { inHours } from "../../test-support/a-practice.ts";
import { atADesk } from "../../test-support/at-a-desk.ts";
import { asDesk } from "../database/tenant.ts";
import type { Refusal } from "../http/refusal.ts";

const TEXT = "Wear sunscreen on cloudy days too.";
const refusal = (asked: Promise<unknown>): Promise<Refusal> => asked.then(() => { throw new Error("It was not refused."); }, (error: Refusal) => error);

async function on(network: Parameters<Awaited<ReturnType<typeof atADesk>>["practice"]["addChannel"]>[0], isConnected = true) {
  const scene = await atADesk(), channel = await scene.practice.addChannel(network, "Seapine there");
  const connect = () => asDesk(scene.desk.database.db, (tx) => tx.updateTable("channels").set({ connected: true }).where("id", "=", channel).execute());
  if (isConnected) await connect();
  return { ...scene, channel, connect };
}

test("what a connected network asks for is answered before anybody is asked to approve", async () => {
  const { channel, write, submit } = await on("x"), phone = await on("google-business");
  const { id } = await write("editor", TEXT, { channels: [channel] });
  expect(await submit("editor", id)).toMatchObject({ state: "waiting" });

  const post = await phone.write("editor", "Call us: (757) 555-0142.", { channels: [phone.channel] });
  expect((await refusal(phone.submit("editor", post.id))).problem).toMatchObject({ code: "invalid-request", detail: "Seapine there: Google rejects posts with a telephone number in them. Take the number out and choose the button “Call”.", errors: [{ at: `/channels/${phone.channel}` }] });
  await phone.save("editor", post.id, { content: { text: "Use the button." } });
  expect(await phone.submit("editor", post.id)).toMatchObject({ state: "waiting" });
});

test("a choice that a network needs is named by its place, and one that it does not know is none", async () => {
  const { channel, write, save, submit } = await on("youtube"), pictures = [{ id: channel, name: "sun.mp4", alt: "" }];
  const { id } = await write("editor", TEXT, { channels: [channel], pictures, settings: { [channel]: { privacyStatus: "PUBLIC" } } });
  expect((await refusal(submit("editor", id))).problem).toMatchObject({ errors: [{ at: `/settings/${channel}/privacyStatus` }, { at: `/settings/${channel}/madeForKids` }] });
  await save("editor", id, { content: { settings: { [channel]: { privacyStatus: "public", madeForKids: "no" } } } });
  expect(await submit("editor", id)).toMatchObject({ state: "waiting" });
});

test("by hand nothing is asked; once the channel is connected, the calendar asks", async () => {
  const { channel, connect, write, submit, decide, schedule } = await on("pinterest", false);
  const { id } = await write("editor", TEXT, { channels: [channel] }, null), agreed = await decide("owner", await submit("editor", id));
  expect(agreed.state).toBe("approved");
  await connect();
  expect((await refusal(schedule("editor", agreed, inHours(3)))).problem).toMatchObject({ detail: "Seapine there: Choose a board." });
});
