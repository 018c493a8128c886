import type { Handlers } from "../http/asking.ts";
import { MEDIA_TYPE } from "./export.ts";
import { entriesOf, exportOf, headOf, linksOf } from "./store.ts";
import { standingOf, walk } from "./verify.ts";

export const record: Handlers<"record"> = {
  list: async ({ tx, practice, query }) => ({ ...await entriesOf(tx, practice, query), ...await headOf(tx, practice) }),

  async verify({ desk, tx, practice }) {
    const walked = await walk(linksOf(tx, practice));
    return { ...walked, journal: standingOf(walked, practice, await desk.journal.heads()) };
  },

  async export({ tx, practice, setHeader, now }) {
    setHeader("content-type", MEDIA_TYPE);
    setHeader("content-disposition", `attachment; filename="record-${practice.slice(0, 8)}-${now.toISOString().slice(0, 10)}.jsonl"`);
    return exportOf(tx, practice, now);
  },
};
