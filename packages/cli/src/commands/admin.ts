import { operate } from "@chaperone/server";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
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
