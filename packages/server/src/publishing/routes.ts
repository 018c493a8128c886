import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { markOut } from "../posts/mark-out.ts";
import { postOf } from "../posts/view.ts";
import { lookAgain, lookedMyself } from "./looking.ts";
import { readBack } from "./read-back.ts";
import { takeDown, takenDown } from "./take-down.ts";
import { tryAgain } from "./try-again.ts";
import { viewsOf } from "./view.ts";

export const publications: Handlers<"publications"> = {
  async ofPost({ params, ...inside }) {
    const { tx, practice } = inside, post = await postOf(tx, practice, params.post);
    if (!post) throw new Refusal("not-found");
    const rows = await tx.selectFrom("publications").selectAll().where("practice", "=", practice).where("post", "=", params.post).orderBy("at").orderBy("created_at").execute();
    return { post, publications: await viewsOf(inside, rows) };
  },
  markOut, readBack, takeDown, takenDown, lookAgain, lookedMyself, tryAgain,
};
