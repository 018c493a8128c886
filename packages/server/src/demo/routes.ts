import { asPerson } from "../database/tenant.ts";
import type { Handlers } from "../http/asking.ts";
import { practiceIn } from "../practices/store.ts";
import { loadDemo, removeDemo } from "./demo.ts";

export const demo: Handlers<"demo"> = {
  async load({ desk, by }) {
    const practice = await loadDemo(desk, by);
    return asPerson(desk.database.db, { practice, person: by.person }, (tx) => practiceIn(tx, practice));
  },
  async remove({ desk, by }) { await removeDemo(desk, by); },
};
