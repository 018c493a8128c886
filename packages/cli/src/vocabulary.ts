import { SURFACES } from "./desk.ts";
import type { Surface } from "./desk.ts";
import { Refusal } from "./refusal.ts";

/** Words from outside become words of ours here, or a sentence that names the ones there are. */
export function knownSurface(word: string): Surface {
  const surface = SURFACES.find((known) => known === word.toLowerCase());
  if (!surface) throw new Refusal(`“${word}” is not a surface; there are ${SURFACES.join(", ")}.`);
  return surface;
}

/** Spelled out, since reading the state files takes longer than many a check. */
export const STATE_CODES = ("AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH "
  + "OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY").split(" ");

const codes = new Set(STATE_CODES);

export function knownState(word: string): string {
  const code = word.trim().toUpperCase();
  if (!codes.has(code)) throw new Refusal(`“${word}” is not a state we know; use a postal code such as VA, FL or PR.`);
  return code;
}
