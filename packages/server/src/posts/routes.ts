import { decide } from "../approvals/decide.ts";
import { askOverride, decideOverride } from "../approvals/override.ts";
import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { removePost, restorePost } from "./bin.ts";
import { createPost } from "./create.ts";
import { openPostFor } from "./facts.ts";
import { listPosts } from "./list.ts";
import { savePost } from "./save.ts";
import { movePost, schedulePost, unschedulePost } from "./schedule.ts";
import { settle } from "./settle.ts";
import { submitPost } from "./submit.ts";
import { issueReceipt, judge } from "./version.ts";
import { versionsOf } from "./versions.ts";
import { postOf, receiptOf } from "./view.ts";

export const posts: Handlers<"posts"> = {
  list: listPosts,
  create: createPost,
  check: ({ body, ...inside }) => judge(inside, body.content),
  show: ({ tx, practice, params }) => postOf(tx, practice, params.post),
  save: savePost,
  submit: submitPost,
  versions: ({ tx, practice, params }) => versionsOf(tx, practice, params.post),

  async recheck({ params, ...inside }) {
    const { id, title, version, draft } = await openPostFor(inside, params.post);
    if (version === null) throw new Refusal("old-version", { detail: "The words have changed since. Submit them, and they are checked." });
    const receipt = await issueReceipt(inside, version, draft);
    await inside.note({ action: "post.rechecked", about: { kind: "post", id, title }, facts: { version, verdict: receipt.verdict, pack: receipt.pack } });
    await settle(inside, id);
    return receiptOf(receipt);
  },

  decide, askOverride, decideOverride,
  schedule: schedulePost,
  move: movePost,
  unschedule: unschedulePost,
  remove: removePost,
  restore: restorePost,
};
