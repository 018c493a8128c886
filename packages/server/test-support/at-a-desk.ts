/** The life of posts as its people act it out: begin, submit, decide, edit, schedule, mark out, through the handlers. */
import { type Content, type Post, type Practice, type ProblemCode, routes } from "@chaperone/contract";
import { asDesk } from "../src/database/tenant.ts";
import { Refusal } from "../src/http/refusal.ts";
import { posts } from "../src/posts/routes.ts";
import { publications } from "../src/publishing/routes.ts";
import { aContent, aDesk, type APractice, aPractice, inHours } from "./a-practice.ts";
import { openMemory } from "./memory.ts";

export type Who = Parameters<APractice["ask"]>[0];

export async function atADesk(options: { approvals?: Practice["approvals"] } = {}) {
  const clock = { hours: 0 };
  const desk = await aDesk(await openMemory(), { now: () => new Date(Date.now() + clock.hours * 3_600_000) });
  const practice = await aPractice(desk, options), { ask } = practice;
  const show = (post: string): Promise<Post> => ask("viewer", routes.posts.show, posts.show, { params: { post } });
  const write = async (who: Who, text: string, more: Partial<Content> = {}, plannedFor: string | null = inHours(48)): Promise<Post> =>
    ask(who, routes.posts.create, posts.create, { body: { title: "", content: aContent(text, { channels: [practice.channel], ...more }), plannedFor } });
  const submit = async (who: Who, id: string, askOf: string | null = null): Promise<Post> => ask(who, routes.posts.submit, posts.submit, { params: { post: id }, body: { revision: (await show(id)).revision, askOf } });
  const decide = (who: Who, { id, version }: Pick<Post, "id" | "version">, decision: "approved" | "returned" = "approved", note = decision === "returned" ? "Too loud." : ""): Promise<Post> =>
    ask(who, routes.posts.decide, posts.decide, { params: { post: id }, body: { version: version!, decision, note } });
  const save = async (who: Who, id: string, more: { title?: string; plannedFor?: string | null; revision?: number; content?: Partial<Content> }) => {
    const { revision, givenTitle: title, content, plannedFor } = await show(id);
    return ask(who, routes.posts.save, posts.save, { params: { post: id }, body: { revision, title, plannedFor, ...more, content: { ...content, ...more.content } } });
  };
  const edit = (who: Who, id: string, text: string) => save(who, id, { content: { text } });
  const schedule = (who: Who, { id, version }: Pick<Post, "id" | "version">, at = inHours(72)): Promise<Post> => ask(who, routes.posts.schedule, posts.schedule, { params: { post: id }, body: { version: version!, at } });
  const markOut = (who: Who, publication: string, url: string | null = null) => ask(who, routes.publications.markOut, publications.markOut, { params: { publication }, body: { url } });
  const recorded = (action: string) => asDesk(desk.database.db, (tx) => tx.selectFrom("record").select("entry").where("practice", "=", practice.id).where("action", "=", action).orderBy("seq").execute()).then((rows) => rows.map(({ entry }) => JSON.parse(entry) as { by: { name: string }; facts: Record<string, unknown> }));
  return { clock, desk, practice, ask, show, write, submit, decide, save, edit, schedule, markOut, recorded };
}

export const refusedAs = (asked: Promise<unknown>): Promise<ProblemCode | "done"> => asked.then(() => "done" as const, (error: unknown) => { if (error instanceof Refusal) return error.problem.code; throw error; });
export const statesOf = ({ publications: all }: Post) => all.map(({ state, heldWhy }) => [state, heldWhy]);
