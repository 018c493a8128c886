import { routes } from "@chaperone/contract";
import { expect, onTestFinished, test } from "vitest";
import { onANetwork } from "../../test-support/on-a-network.ts";
import { openStandIns } from "../../test-support/stand-ins/stand-in.ts";
import { tiktokFixture, tiktokStandIn } from "../../test-support/stand-ins/tiktok.ts";
import { readsAlike } from "./reads-alike.ts";
import { publications } from "./routes.ts";

const APPROVED = "Sunscreen belongs on the ears, too. Put it on again every two hours, and after swimming. All about it: https://www.seapine.example/sunscreen-for-the-whole-family. See you on Monday.";
const cut = (at: number): string => APPROVED.slice(0, at);

test("a network that trims, joins lines and shortens addresses shows the same text", () => {
  expect(readsAlike({ text: ` ${APPROVED.replace("too. ", "too.\r\n\n").replace("https://www.", "")} ` }, APPROVED)).toBe(true);
});

test.each([110, 118, 150])("a text that a network cuts at %i characters is cut, and has not changed", (at) => {
  expect(readsAlike({ text: cut(at), cutAt: at }, APPROVED)).toBe(true);
  expect(readsAlike({ text: cut(at).replace("swimming", "bathing"), cutAt: at }, APPROVED)).toBe(false);
});

test("a text that is shorter than a network cuts at was not cut, and one that no network cuts must be whole", () => {
  expect(readsAlike({ text: cut(90), cutAt: 150 }, APPROVED)).toBe(false);
  expect(readsAlike({ text: cut(150) }, APPROVED)).toBe(false);
});

test("TikTok, which shows programs the first 150 characters, shows a post as it was approved", async () => {
  const there = await openStandIns([tiktokStandIn]);
  onTestFinished(there.close);
  const scene = await onANetwork("tiktok", tiktokFixture, there), { publication } = await scene.due(APPROVED, { media: [{ type: "video/mp4", bytes: new Uint8Array(300_000) }] });
  await scene.turn(publication);
  scene.clock.minutes += 1;
  await scene.turn(publication);
  const { readBack } = await scene.ask("editor", routes.publications.readBack, publications.readBack, { params: { publication } });
  expect([readBack?.text.length, readBack?.state]).toEqual([150, "as-approved"]);
});
