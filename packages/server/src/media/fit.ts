/** Makes a picture what a network takes: upright, of a type it knows, within its bytes, and with nothing in it but the picture. */
import type { Sharp } from "sharp";
import type { Takes } from "./address.ts";
import { refused, type Refused } from "../networks/outcome.ts";

export interface Fitted { is: "fitted"; bytes: Uint8Array; type: string; width: number; height: number }

const JPEG = "image/jpeg", PNG = "image/png", GIF = "image/gif", WEBP = "image/webp";
const BY_FORMAT: Record<string, string> = { jpeg: JPEG, png: PNG, gif: GIF, webp: WEBP };
const QUALITIES = [90, 82, 74];
/** Smaller than this a picture says nothing any more. */
const LEAST_SIDE = 200;
/** A few kilobytes can unpack to gigabytes; no camera makes more than this. */
const MOST_PIXELS = 120_000_000;

/** Read with the first picture, because a start need not wait for it. */
const reader = async () => (await import("sharp")).default;
type Read = Awaited<ReturnType<typeof reader>>;

/** The same bytes every time, on every machine with the same libraries: what was prepared, what is fetched and what is asked for again are one file. */
export async function fit(bytes: Uint8Array, { types, bytes: most }: Takes): Promise<Fitted | Refused> {
  const sharp = await reader(), seen = await look(sharp, bytes);
  if (!seen) return refused("content-invalid", "A picture of this post cannot be read. Add it again as a JPEG or PNG file.");
  const type = typeFor(seen, types);
  if (!type) return refused("content-invalid", seen.isMoving ? "This network takes no moving pictures. Use a still picture." : "This network takes no pictures of this kind. Use a JPEG file.");
  for (const side of sides(seen.longest)) {
    for (const quality of type === JPEG || type === WEBP ? QUALITIES : [100]) {
      const { data, info } = await written(sharp, bytes, { type, quality, side, isMoving: seen.isMoving }).toBuffer({ resolveWithObject: true });
      if (data.length <= most) return { is: "fitted", bytes: data, type, width: info.width, height: info.pageHeight ?? info.height };
    }
  }
  return refused("content-invalid", "A picture of this post is too large for the network, and cannot be made smaller without spoiling it. Use a smaller one.");
}

interface Seen { type: string | undefined; hasAlpha: boolean; isMoving: boolean; longest: number }

async function look(sharp: Read, bytes: Uint8Array): Promise<Seen | null> {
  try {
    const { format, hasAlpha, pages = 1, width, height, pageHeight } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    // A header can be right where the picture behind it is cut off.
    await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "truncated" }).stats();
    return { type: BY_FORMAT[format], hasAlpha: hasAlpha ?? false, isMoving: pages > 1, longest: Math.max(width, pageHeight ?? height) };
  } catch {
    return null;
  }
}

/** As it is, where that is taken; what can be seen through stays so where it can; what moves is never stopped. */
function typeFor({ type, hasAlpha, isMoving }: Seen, types: readonly string[]): string | undefined {
  if (type && types.includes(type)) return type;
  if (isMoving) return undefined;
  return (hasAlpha ? [PNG, WEBP, JPEG] : [JPEG, PNG, WEBP]).find((one) => types.includes(one));
}

function sides(longest: number): number[] {
  const all = [longest];
  for (let side = longest * 0.8; side >= LEAST_SIDE; side *= 0.8) all.push(Math.round(side));
  return all;
}

/** Written anew, so that nothing of the file remains: no place, camera, name, preview or comment. Colors become sRGB first, because the profile goes too. */
function written(sharp: Read, bytes: Uint8Array, { type, quality, side, isMoving }: { type: string; quality: number; side: number; isMoving: boolean }): Sharp {
  const read = sharp(bytes, { limitInputPixels: MOST_PIXELS, animated: isMoving });
  const upright = (isMoving ? read : read.autoOrient()).resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
  if (type === JPEG) return upright.flatten({ background: "#ffffff" }).jpeg({ quality, mozjpeg: false });
  if (type === PNG) return upright.png({ compressionLevel: 9 });
  return type === GIF ? upright.gif() : upright.webp({ quality });
}
