import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { type APractice, aDesk, aPractice } from "../../test-support/a-practice.ts";
import { openMemory } from "../../test-support/memory.ts";
import { makeApp } from "../app.ts";
import { readConfig } from "../config.ts";
import { asDesk } from "../database/tenant.ts";
import type { Medium } from "../networks/outgoing.ts";
import { mediaOf } from "./media-of.ts";

const JPEG = ["image/jpeg"], ROOMY = { types: ["image/jpeg", "image/png"], bytes: 4_000_000, most: 4 };

/** A desk with a public address, and a clock that can be moved. */
async function aStage() {
  const clock = { minutes: 0 }, config = readConfig({ SECRET_KEY: "ab".repeat(32), LOG_LEVEL: "silent", PUBLIC_URL: "https://desk.seapine.example" });
  const desk = await aDesk(await openMemory(), { config, now: () => new Date(Date.now() + clock.minutes * 60_000) }), practice = await aPractice(desk), app = makeApp(desk);
  const get = (medium: Medium, headers: Record<string, string> = {}, method = "GET") => app.request(medium.address(), { method, headers });
  return { clock, desk, practice, app, get };
}

async function keep({ desk, id: practice }: APractice, bytes: Uint8Array, type = "image/jpeg"): Promise<{ id: string; alt: string }> {
  const id = randomUUID();
  await asDesk(desk.database.db, (tx) => tx.insertInto("pictures").values({ id, practice, type, bytes }).execute());
  return { id, alt: "The waiting room" };
}

/** A photo as a telephone takes it: lying on its side, and telling who took it and where. */
const aPhoto = (width = 600, height = 400) => sharp({ create: { width, height, channels: 3, background: "#356f64" } })
  .withExif({ IFD0: { Artist: "Anna Kowalski", Copyright: "Anna Kowalski" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "36/1 51/1 0/1" } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
const noise = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#000", noise: { type: "gaussian", mean: 128, sigma: 60 } } }).png().toBuffer();

async function one(practice: APractice, bytes: Uint8Array, takes: typeof ROOMY = ROOMY, type?: string): Promise<Medium> {
  const media = await mediaOf(practice.desk, practice.id, [await keep(practice, bytes, type)], takes);
  if ("is" in media) throw new Error(media.says);
  return media[0]!;
}
const whyNot = async (practice: APractice, bytes: Uint8Array, takes: typeof ROOMY) => mediaOf(practice.desk, practice.id, [await keep(practice, bytes)], takes);

test("a photo goes out upright, without the place where it was taken and without the name of who took it", async () => {
  const { practice } = await aStage(), photo = await aPhoto();
  expect(photo.includes("Kowalski")).toBe(true);
  const medium = await one(practice, photo), bytes = await medium.bytes();
  expect(medium).toMatchObject({ kind: "picture", type: "image/jpeg", width: 400, height: 600, size: bytes.length, alt: "The waiting room" });
  const { exif, orientation, icc, xmp } = await sharp(bytes).metadata();
  expect([exif, orientation, icc, xmp]).toEqual([undefined, undefined, undefined, undefined]);
  expect(Buffer.from(bytes).includes("Kowalski")).toBe(false);
});

test("the same picture is the same bytes again, on a desk that was started anew", async () => {
  const photo = await aPhoto(), [first, second] = [await one((await aStage()).practice, photo), await one((await aStage()).practice, photo)];
  expect(Buffer.from(await first.bytes()).equals(await second.bytes())).toBe(true);
});

test("a picture becomes a type that the network takes, and fits within its bytes", async () => {
  const { practice } = await aStage(), png = await noise(900, 900), medium = await one(practice, png, { types: JPEG, bytes: 150_000, most: 4 });
  expect(png.length).toBeGreaterThan(1_000_000);
  expect([medium.type, medium.size <= 150_000]).toEqual(["image/jpeg", true]);
  expect((await sharp(await medium.bytes()).metadata()).format).toBe("jpeg");
});

test("what can be seen through stays so where the network takes it, and lies on white where it does not", async () => {
  const { practice } = await aStage(), logo = await sharp({ create: { width: 300, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).webp().toBuffer();
  expect((await one(practice, logo)).type).toBe("image/png");
  const { dominant } = await sharp(await (await one(practice, logo, { ...ROOMY, types: JPEG })).bytes()).stats();
  expect(dominant.r).toBeGreaterThan(240);
});

test("what cannot be sent is refused in words", async () => {
  const { practice } = await aStage(), moving = await sharp([await noise(220, 220), await noise(220, 220)], { join: { animated: true } }).gif().toBuffer(), photo = await aPhoto();
  expect(await whyNot(practice, moving, ROOMY)).toMatchObject({ is: "refused", kind: "content-invalid", says: expect.stringContaining("no moving pictures") });
  expect(await whyNot(practice, photo.subarray(0, photo.length / 2), ROOMY)).toMatchObject({ kind: "content-invalid", says: expect.stringContaining("cannot be read") });
  expect(await whyNot(practice, Buffer.from("no picture at all"), ROOMY)).toMatchObject({ kind: "content-invalid" });
  expect(await whyNot(practice, await noise(400, 400), { ...ROOMY, bytes: 500 })).toMatchObject({ kind: "content-invalid", says: expect.stringContaining("too large") });
  expect(await whyNot(practice, photo, { ...ROOMY, most: 0 })).toMatchObject({ kind: "content-invalid", says: expect.stringContaining("no pictures") });
  expect(await mediaOf(practice.desk, practice.id, [{ id: randomUUID(), alt: "" }], ROOMY)).toMatchObject({ kind: "content-invalid" });
});

test("a network fetches exactly the bytes that it would be sent, and nobody on the way keeps them", async () => {
  const { practice, get } = await aStage(), medium = await one(practice, await aPhoto()), response = await get(medium, { "accept-encoding": "gzip" });
  expect(Buffer.from(await response.arrayBuffer()).equals(await medium.bytes())).toBe(true);
  expect(Object.fromEntries(["content-type", "content-length", "accept-ranges", "x-content-type-options", "set-cookie", "cache-control", "content-encoding"].map((name) => [name, response.headers.get(name)]))).toEqual(
    { "content-type": "image/jpeg", "content-length": String(medium.size), "accept-ranges": "bytes", "x-content-type-options": "nosniff", "set-cookie": null, "cache-control": "no-store, no-transform", "content-encoding": null });
  const head = await get(medium, {}, "HEAD");
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, String(medium.size), ""]);
});

test("parts are parts of the same bytes", async () => {
  const { practice, get } = await aStage(), medium = await one(practice, await aPhoto()), { size } = medium, whole = Buffer.from(await medium.bytes());
  for (const [range, start, end] of [["bytes=0-9", 0, 10], ["bytes=10-", 10, size], ["bytes=-7", size - 7, size], [`bytes=5-${size + 99}`, 5, size]] as const) {
    const part = await get(medium, { range });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-length")]).toEqual([206, `bytes ${start}-${end - 1}/${size}`, String(end - start)]);
    expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true);
  }
  const outside = await get(medium, { range: `bytes=${size}-` });
  expect([outside.status, outside.headers.get("content-range")]).toEqual([416, `bytes */${size}`]);
  for (const range of ["bytes=9-3", "lines=1-2", "bytes=0-1,4-5", "bytes=-"]) expect((await get(medium, { range })).status).toBe(200);
});

test("over a real line the length is said too, for the whole, for a part and for a mere look", async () => {
  const { practice, app, get } = await aStage(), medium = await one(practice, await aPhoto()), server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  onTestFinished(() => { server.close(); });
  await new Promise((done) => { server.once("listening", done); });
  const address = medium.address().replace("https://desk.seapine.example", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const lengths = await Promise.all([{}, { method: "HEAD" }, { headers: { range: "bytes=0-99" } }].map(async (init) => { const { status, headers } = await fetch(address, { ...init, headers: { "accept-encoding": "identity", ...init.headers } }); return [status, headers.get("content-length"), headers.get("transfer-encoding")]; }));
  expect(lengths).toEqual([[200, String(medium.size), null], [200, String(medium.size), null], [206, "100", null]]);
  expect((await get(medium)).status).toBe(200);
});

test("a video goes out as it is, in parts too", async () => {
  const { practice, get } = await aStage(), film = Buffer.from(Array.from({ length: 700_000 }, (_, at) => at % 251)), medium = await one(practice, film, ROOMY, "video/mp4");
  expect(medium).toMatchObject({ kind: "video", type: "video/mp4", size: film.length });
  expect(Buffer.from(await (await get(medium)).arrayBuffer()).equals(film)).toBe(true);
  expect(Buffer.from(await (await get(medium, { range: "bytes=300000-300099" })).arrayBuffer()).equals(film.subarray(300_000, 300_100))).toBe(true);
  expect(Buffer.from(await medium.bytes(10, 20)).equals(film.subarray(10, 20))).toBe(true);
});

test("an address opens for an hour, and not at all when a letter of it is changed", async () => {
  const { practice, get, clock, app } = await aStage(), medium = await one(practice, await aPhoto()), address = medium.address();
  clock.minutes = 59;
  expect((await app.request(address)).status).toBe(200);
  clock.minutes = 61;
  expect((await app.request(address)).status).toBe(404);
  expect((await get(medium)).status).toBe(200);
  const fresh = medium.address(), at = fresh.indexOf("/media/") + 12;
  for (const wrong of [fresh.slice(0, at) + (fresh[at] === "A" ? "B" : "A") + fresh.slice(at + 1), fresh.slice(0, -3), `${fresh}.x`, "https://desk.seapine.example/media/nothing"]) expect((await app.request(wrong)).status).toBe(404);
});

test("another practice's picture is not there", async () => {
  const { desk, practice } = await aStage(), other = await aPractice(desk, { name: "Harbor Dental" }), picture = await keep(other, await aPhoto());
  expect(await mediaOf(desk, practice.id, [picture], ROOMY)).toMatchObject({ is: "refused", kind: "content-invalid" });
});
