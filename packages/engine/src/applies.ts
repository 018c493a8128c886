/** Whether a rule speaks at all, here and now: the surface, the place, the specialty, the people that the practice has told us of. */
import type { Context, Draft, Surface } from "./vocabulary.ts";
import type { Rule } from "./rule.ts";

export function applies(rule: Rule, draft: Draft, context: Context): boolean {
  if (rule.on && !isOn(rule.on, draft.surface)) return false;
  if (rule.in && !rule.in.some((state) => context.states.includes(state))) return false;
  if (rule.for && !rule.for.includes(context.specialty ?? "")) return false;
  if (rule["not-for"]?.includes(context.specialty ?? "")) return false;
  return !rule.providers || knowsProviders(rule.providers, context);
}

export const isOn = (surfaces: readonly (Surface | "public")[], surface: Surface): boolean => surfaces.includes(surface) || (surfaces.includes("public") && surface !== "message");

function knowsProviders(asked: NonNullable<Rule["providers"]>, context: Context): boolean {
  const { providers } = context;
  if (asked === "unknown") return providers === undefined;
  if (providers === undefined) return false;
  if (asked === "known") return true;
  const lacks = asked === "lack-board" ? (provider: { boards?: string[] }) => !provider.boards?.length : (provider: { degree?: string }) => !provider.degree;
  return providers.every(lacks);
}
