/**
 * The key that a post has in its account. It follows from the publication alone, so that a second try meets the first one's post instead of making
 * another. The protocol wants it to be a moment: 53 bits of microseconds and 10 bits that tell clocks apart, in 13 signs that sort.
 */
import { createHash } from "node:crypto";

const SIGNS = "234567abcdefghijklmnopqrstuvwxyz", LENGTH = 13;

/** The second comes from `at`; the place within it and the clock, thirty bits, from `key`. */
export function recordKeyOf(key: string, at: string): string {
  const digest = createHash("sha256").update(key).digest();
  const second = BigInt(Math.floor(Date.parse(at) / 1000)), within = BigInt(digest.readUInt32BE(0) % 1_000_000), clock = BigInt(digest.readUInt16BE(4) % 1024);
  let rest = ((second * 1_000_000n + within) << 10n) | clock, signs = "";
  for (let place = 0; place < LENGTH; place++) { signs = SIGNS[Number(rest & 31n)]! + signs; rest >>= 5n; }
  return signs;
}
