import { randomUUID } from "node:crypto";
import { NOTHING_YET, type Routes } from "@chaperone/contract";
import type { Handler } from "../http/asking.ts";
import { withPillar } from "./pillar.ts";
import { postOf } from "./view.ts";

export const createPost: Handler<Routes["posts"]["create"]> = async ({ desk, tx, practice, by, now, note, body }) => {
  const id = randomUUID(), at = now.toISOString(), title = body.title.trim(), isIdea = body.isIdea ?? false;
  await tx.insertInto("posts").values({
    id, practice, title, author: by.person, writers: [by.person], draft: JSON.stringify(await withPillar(desk.checker, body.content ?? NOTHING_YET)), state: isIdea ? "idea" : "draft",
    planned_for: body.plannedFor ?? null, held_why: null, version: null, asked_of: null, asked_at: null, deleted_at: null, created_at: at, updated_at: at,
  }).execute();
  await note({ action: "post.created", about: { kind: "post", id, title }, facts: { isIdea } });
  return postOf(tx, practice, id);
};
