/** Reads a list that comes in pages. */
import { z } from "zod";
import { ask } from "../ask.ts";
import type { Refused } from "../outcome.ts";
import { metaRefusal } from "./errors.ts";
import { bodyOf, get, type Graph, type Params } from "./graph.ts";

const MOST_PAGES = 5;
const paging = z.object({ paging: z.object({ next: z.string().optional() }).optional() });

/** `isWhole` is false where there was more than the desk reads. */
export interface List<T> { is: "list"; items: T[]; isWhole: boolean }

export async function list<T>(graph: Graph, path: string, params: Params, item: z.ZodType<T>): Promise<List<T> | Refused> {
  const items: T[] = [], page = z.object({ data: z.array(item) });
  let answer = await get(graph, path, params);
  for (let read = 1; ; read++) {
    const body = bodyOf(answer, page);
    if (!body) return metaRefusal(answer, graph.now, graph.network);
    items.push(...body.data);
    const next = bodyOf(answer, paging)?.paging?.next;
    if (!next) return { is: "list", items, isWhole: true };
    // The address comes with the token in it, so it is followed to the same place only.
    if (read === MOST_PAGES || new URL(next).origin !== new URL(graph.base).origin) return { is: "list", items, isWhole: false };
    answer = await ask(graph.fetch, next);
  }
}
