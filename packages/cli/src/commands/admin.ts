import { operate } from "@chaperone/server";
import type { Io } from "../io.ts";
import { CLEAN, FINDINGS } from "../io.ts";
import { operator } from "../operator.ts";
import { Refusal } from "../refusal.ts";

export function resetPassword(email: string, io: Io): Promise<number> {
  return operator((config) => operate(config, async (operations) => {
    const password = await operations.resetPassword(email);
    if (password === null) throw new Refusal("Nobody at this desk has that address.");
    await io.out(`The new password is ${password}\nEvery session of theirs has ended. They should choose another password once they are in.\n`);
    return CLEAN;
  }));
}

export function rotateKey(io: Io): Promise<number> {
  return operator((config) => operate(config, async (operations) => {
    const { sealed, unopened } = await operations.rotateKey();
    await io.out(`${sealed === 1 ? "One secret has" : `${sealed} secrets have`} been sealed again with the key of today.\n`);
    if (unopened === 0) { await io.out("Everything opens with it now: SECRET_KEY_OLD is not needed any more. Keep old keys as long as backups from their time.\n"); return CLEAN; }
    await io.out(`${unopened === 1 ? "One is" : `${unopened} are`} sealed with a key that is in neither SECRET_KEY nor SECRET_KEY_OLD, and stayed as they were. Add that key to SECRET_KEY_OLD, start the desk again and run this once more.\n`);
    return FINDINGS;
  }));
}
