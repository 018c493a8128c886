import { operate } from "@chaperone/server";
import type { Io } from "../io.ts";
import { CLEAN } from "../io.ts";
import { operator } from "../operator.ts";

export function demo({ isRemoved }: { isRemoved: boolean }, io: Io): Promise<number> {
  return operator((config) => operate(config, async ({ loadDemo, removeDemo }) => {
    if (isRemoved) {
      await removeDemo();
      await io.out("The demo practice is gone, with everything in it.\n");
    } else {
      await io.out(`${await loadDemo()} is open, with whoever set the desk up as its owner. \`chaperone demo --remove\` takes it away.\n`);
    }
    return CLEAN;
  }));
}
