/** Figures of a post. One name that Meta has retired fails the whole call, so each is then asked for alone. */
import { z } from "zod";
import { isGood } from "../ask.ts";
import type { Figure } from "../network.ts";
import type { Refused } from "../outcome.ts";
import { metaRefusal } from "./errors.ts";
import { bodyOf, get, type Graph } from "./graph.ts";

const value = z.union([z.number(), z.record(z.string(), z.number())]);
const insights = z.object({ data: z.array(z.object({ name: z.string(), values: z.array(z.object({ value })).optional(), total_value: z.object({ value }).optional() })) });

const sum = (given: z.infer<typeof value>): number => typeof given === "number" ? given : Object.values(given).reduce((all, one) => all + one, 0);

/** `names` says which figure of ours a metric of theirs is. */
export async function figuresOf(graph: Graph, path: string, names: Record<string, Figure>): Promise<Partial<Record<Figure, number>> | Refused> {
  const all = await get(graph, path, { metric: Object.keys(names).join(",") });
  // 100 is a wrong parameter: one of the names. Anything else would be the same for each.
  const isOneOfThem = all.is === "answer" && all.status === 400 && z.object({ error: z.object({ code: z.literal(100) }) }).safeParse(all.body).success;
  if (!isGood(all) && !isOneOfThem) return metaRefusal(all, graph.now, graph.network);
  const answers = isGood(all) ? [all] : await Promise.all(Object.keys(names).map((metric) => get(graph, path, { metric })));
  const figures: Partial<Record<Figure, number>> = {};
  for (const answer of answers) for (const { name, values, total_value } of bodyOf(answer, insights)?.data ?? []) {
    const figure = names[name], given = total_value?.value ?? values?.at(-1)?.value;
    if (figure && given !== undefined) figures[figure] = (figures[figure] ?? 0) + sum(given);
  }
  return figures;
}
