import type { Handlers } from "../http/asking.ts";
import { Refusal } from "../http/refusal.ts";
import { book } from "./book.ts";

export const rules: Handlers<"rules"> = {
  topics: async () => book().topics,
  show: async ({ params: { topic, rule } }) => found(book().rules.get(`${topic}/${rule}`)),
  states: async () => book().states.map(({ code, name, provisions, read }) => ({ code, name, provisions: provisions.length, read })),
  state: async ({ params }) => found(book().states.find(({ code }) => code === params.state.toUpperCase())),
};

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Refusal("not-found");
  return thing;
}
